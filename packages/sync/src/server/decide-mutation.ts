import type { Instant } from '@lianxin/domain';
import {
  isMutationName,
  type Mutation,
  type MutationName,
  type MutationOutcome,
  type OutcomeKind,
  type OutcomeReason,
} from '@lianxin/protocol';
import {
  type Decision,
  heldBefore,
  heldRow,
  type MutationContext,
  type Reading,
  reduceMutation,
  type StoredRow,
} from '../merge/index.ts';
import { eventTime } from './event-time.ts';
import { isHandedOver, isInScope, mayMutate, type WriteScope } from './write-scope.ts';

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

/**
 * Is the result to store in one transaction: the outcome and the rows it writes. Refused mutations write nothing; held ones at most the row that asks whoever
 * works there now. Both keep their payload.
 */
export interface DecidedMutation {
  readonly outcome: MutationOutcome;
  readonly eventAt: Instant;
  readonly writes: readonly StoredRow[];
}

/** Decides one mutation of an author: role first, then the rule, then scope over every record it is about. */
export function* decideMutation(input: DecisionInput): Reading<DecidedMutation> {
  const { mutation, scope } = input;
  const { eventAt, hasClockSkew } = eventTime(mutation, { previous: input.previousEventAt, now: input.now });
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
  const end = (ending: Ending, writes: readonly StoredRow[] = []): DecidedMutation => ({
    outcome: { n: mutation.n, id: mutation.id, rev: input.rev, field: null, ...ending },
    eventAt,
    writes,
  });
  const name = isMutationName(mutation.name) ? mutation.name : null;
  function* hold(reason: OutcomeReason, subjects: Subjects = []): Reading<DecidedMutation> {
    // What was decided on stays open for whoever may decide; asking them about the decision too would only repeat the question.
    if (name === 'held.decide') return end({ outcome: 'refused', reason });
    return end({ outcome: 'held', reason }, yield* heldRow(context, mutation, { reason, subjects }));
  }
  if (name === null) return yield* hold('unknownMutation');
  const decision = yield* ruleOf(context, name, mutation);
  // Before every ending that keeps the payload: what is said of an erased person is kept by none of them.
  if (decision.type === 'refuse' && decision.reason === 'erased') return end({ outcome: 'refused', reason: 'erased' });
  if (!mayMutate(scope, name) && scope.isPosted && !scope.hasLeftGrids)
    return end({ outcome: 'refused', reason: 'notAllowed' });
  // Whoever may write nothing here hears nothing of what the rule found.
  if (!scope.isPosted) return yield* hold(scope.isDisabled ? 'accountDisabled' : 'outOfScope', subjectsOf(decision));
  if (!mayMutate(scope, name)) return yield* hold('outOfScope', subjectsOf(decision));
  if (decision.type === 'refuse') {
    // A member of a household that is held has nothing to belong to yet, which is no mistake of its author.
    const waits = decision.reason === 'notFound' && (yield* heldBefore(scope.userId, mutation.args)) !== undefined;
    if (waits) return yield* hold('outOfScope');
    return end({ outcome: 'refused', reason: decision.reason, field: decision.field });
  }
  if (decision.type === 'hold') return yield* hold(decision.reason, decision.subjects);
  if (!isInScope(scope, decision.subjects)) return yield* hold('outOfScope', decision.subjects);
  const reason = isHandedOver(scope, name, decision.writes) ? 'handedOver' : null;
  return end({ outcome: decision.merged ? 'merged' : 'applied', reason }, decision.writes);
}

type Ending = { readonly outcome: OutcomeKind; readonly reason: OutcomeReason | null; readonly field?: string | null };
type Subjects = readonly (readonly string[])[];

const ruleOf = (context: MutationContext, name: MutationName, { version, args }: Mutation): Reading<Decision> =>
  reduceMutation(context, name, { version, args });

const subjectsOf = (decision: Decision): Subjects => (decision.type === 'refuse' ? [] : decision.subjects);

/** Ends a mutation whose rule broke: it is held with its payload for a person, and the next one goes on. */
export const holdFailed = (input: DecisionInput): DecidedMutation => ({
  outcome: {
    n: input.mutation.n,
    id: input.mutation.id,
    rev: input.rev,
    outcome: 'held',
    reason: 'failed',
    field: null,
  },
  eventAt: eventTime(input.mutation, { previous: input.previousEventAt, now: input.now }).eventAt,
  writes: [],
});
