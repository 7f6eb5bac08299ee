import type { Instant } from '@lianxin/domain';
import {
  type Bucket,
  isMutationName,
  type Mutation,
  type MutationName,
  type MutationOutcome,
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
  const { mutation } = input;
  const context = contextOf(input);
  const judged = yield* judge(context, input);
  // What was decided on stays open for whoever may decide; asking them about the decision too would only repeat the question.
  const isRepeated = judged.outcome === 'held' && mutation.name === 'held.decide';
  const verdict = isRepeated ? refuses(judged.reason) : judged;
  const { outcome, reason, field } = verdict;
  return {
    outcome: { n: mutation.n, id: mutation.id, rev: input.rev, outcome, reason, field },
    eventAt: context.eventAt,
    writes: verdict.outcome === 'held' ? yield* heldRow(context, mutation, verdict) : verdict.writes,
  };
}

/** Judges a mutation without keeping anything: what becomes of it, why, and what it writes or whom it asks. */
function* judge(context: MutationContext, { mutation, scope }: DecisionInput): Reading<Verdict> {
  if (!isMutationName(mutation.name)) return holds('unknownMutation');
  const { name } = mutation;
  const decision = yield* ruleOf(context, name, mutation);
  // Before every ending that keeps the payload: what is said of an erased person is kept by none of them.
  if (decision.type === 'refuse' && decision.reason === 'erased') return refuses('erased');
  const isAllowed = mayMutate(scope, name);
  if (!isAllowed && scope.isPosted && !scope.hasLeftGrids) return refuses('notAllowed');
  // Whoever may write nothing here hears nothing of what the rule found.
  if (!scope.isPosted) return holds(scope.isDisabled ? 'accountDisabled' : 'outOfScope', subjectsOf(decision));
  if (!isAllowed) return holds('outOfScope', subjectsOf(decision));
  if (decision.type === 'refuse') {
    // A member of a household that is held has nothing to belong to yet, which is no mistake of its author.
    const waits = decision.reason === 'notFound' && (yield* heldBefore(scope.userId, mutation.args)) !== undefined;
    return waits ? holds('outOfScope') : refuses(decision.reason, decision.field);
  }
  if (decision.type === 'hold') return holds(decision.reason, decision.subjects);
  if (!isInScope(scope, decision.subjects)) return holds('outOfScope', decision.subjects);
  const reason = isHandedOver(scope, name, decision.writes) ? 'handedOver' : null;
  return { outcome: decision.merged ? 'merged' : 'applied', reason, field: null, writes: decision.writes };
}

type Subjects = readonly (readonly Bucket[])[];

type Verdict =
  | { readonly outcome: 'held'; readonly reason: OutcomeReason; readonly field: null; readonly subjects: Subjects }
  | {
      readonly outcome: 'applied' | 'merged' | 'refused';
      readonly reason: OutcomeReason | null;
      readonly field: string | null;
      readonly writes: readonly StoredRow[];
    };

const holds = (reason: OutcomeReason, subjects: Subjects = []): Verdict => ({
  outcome: 'held',
  reason,
  field: null,
  subjects,
});

const refuses = (reason: OutcomeReason | null, field: string | null = null): Verdict => ({
  outcome: 'refused',
  reason,
  field,
  writes: [],
});

/** Tells who says what and when, as rules and histories need it. */
export const contextOf = (input: DecisionInput): MutationContext => {
  const { mutation, scope } = input;
  const { eventAt, hasClockSkew } = eventTime(mutation, { previous: input.previousEventAt, now: input.now });
  return {
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
};

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
