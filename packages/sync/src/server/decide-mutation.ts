import type { Instant } from '@lianxin/domain';
import {
  isMutationName,
  type Mutation,
  type MutationOutcome,
  type OutcomeKind,
  type OutcomeReason,
} from '@lianxin/protocol';
import { type Decision, type MutationContext, type Reading, reduceMutation, type StoredRow } from '../merge/index.ts';
import { eventTime } from './event-time.ts';
import { isInScope, mayMutate, type WriteScope } from './write-scope.ts';

/** Is what the server knows when it decides one mutation. */
export interface DecisionInput {
  readonly scope: WriteScope;
  readonly communityId: string;
  readonly mutation: Mutation;
  readonly rev: number;
  readonly now: Instant;
  /** The event time of the replica's previous mutation. */
  readonly previousEventAt: Instant;
  readonly newId: () => string;
}

/** Is the result to store in one transaction: the outcome and the rows it writes. Held and refused mutations write nothing and keep their payload. */
export interface DecidedMutation {
  readonly outcome: MutationOutcome;
  readonly eventAt: Instant;
  readonly writes: readonly StoredRow[];
}

/** Decides one mutation of an author: role first, then the rule, then scope over every record it is about. */
export function* decideMutation(input: DecisionInput): Reading<DecidedMutation> {
  const { mutation, scope } = input;
  const { eventAt, hasClockSkew } = eventTime(mutation, { previous: input.previousEventAt, now: input.now });
  const end = (outcome: OutcomeKind, reason: OutcomeReason | null, field: string | null = null): DecidedMutation => ({
    outcome: { n: mutation.n, id: mutation.id, rev: 0, outcome, reason, field },
    eventAt,
    writes: [],
  });
  if (!isMutationName(mutation.name)) return end('held', 'unknownMutation');
  if (!scope.isPosted) return end('held', 'outOfScope');
  if (!mayMutate(scope, mutation.name)) return end('refused', 'notAllowed');
  const context: MutationContext = {
    side: 'server',
    communityId: input.communityId,
    mutationId: mutation.id,
    userId: scope.userId,
    userName: scope.userName,
    eventAt,
    receivedAt: input.now,
    hasClockSkew,
    rev: input.rev,
    newId: input.newId,
  };
  const decision: Decision = yield* reduceMutation(context, mutation.name, {
    version: mutation.version,
    args: mutation.args,
  });
  if (decision.type === 'refuse') return end('refused', decision.reason, decision.field);
  if (decision.type === 'hold') return end('held', decision.reason);
  if (!isInScope(scope, decision.subjects)) return end('held', 'outOfScope');
  return {
    ...end(decision.merged ? 'merged' : 'applied', null),
    outcome: {
      n: mutation.n,
      id: mutation.id,
      rev: input.rev,
      outcome: decision.merged ? 'merged' : 'applied',
      reason: null,
      field: null,
    },
    writes: decision.writes,
  };
}
