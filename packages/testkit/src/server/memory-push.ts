import type { Instant } from '@lianxin/domain';
import type { Mutation, MutationOutcome, PushAnswer, PushRequest } from '@lianxin/protocol';
import { runReading } from '@lianxin/sync/merge';
import { type DecidedMutation, type DecisionInput, holdFailed, type WriteScope } from '@lianxin/sync/server';
import type { ServerHabits, ServerSteps } from '../steps/server-steps.ts';
import { answerFromSpace, writeRows } from './memory-space.ts';
import type { Space, StoredReplica } from './space.ts';

/** Is what a push transaction knows besides the request. */
export interface PushContext {
  readonly userId: string;
  /** What the author may write with one mutation; `eventAt` is when it happened. */
  readonly scopeOf: (mutation: Mutation, previousEventAt: Instant) => WriteScope;
  readonly now: Instant;
  readonly newId: () => string;
  readonly steps: ServerSteps;
  readonly habits: ServerHabits;
  /** The first rev of the push, where it was given out before the transaction. */
  readonly firstRev?: number;
}

/** Applies a push to a copy of the community: the counter first, then each mutation with its outcome beside its effects. */
export const pushInto = (
  space: Space,
  request: PushRequest,
  context: PushContext,
): Pick<PushAnswer, 'outcomes' | 'stop'> => {
  if (request.epoch !== null && request.epoch !== space.epoch) return { outcomes: [], stop: 'epoch' };
  const known = space.replicas.get(request.replicaId);
  if (known !== undefined && known.userId !== context.userId) return { outcomes: [], stop: 'wipe' };
  const firstRev = context.firstRev ?? space.seq + 1;
  if (context.firstRev === undefined) space.seq += request.mutations.length;
  const outcomes: MutationOutcome[] = [];
  let replica = known ?? { userId: context.userId, lastN: 0, lastEventAt: 0 };
  for (const [index, mutation] of request.mutations.entries()) {
    const admission = context.steps.admit(replica.lastN, mutation, space.mutations.get(mutation.id)?.outcome);
    if (admission.type === 'stop') return { outcomes, stop: admission.stop };
    replica = { ...replica, lastN: admission.lastN };
    if (admission.type === 'known') outcomes.push(admission.outcome);
    else {
      const decided = applyOne(space, mutation, { ...context, request, rev: firstRev + index, replica });
      replica = { ...replica, lastEventAt: decided.eventAt };
      outcomes.push(decided.outcome);
    }
    space.replicas.set(request.replicaId, replica);
  }
  return { outcomes, stop: null };
};

interface ApplyContext extends PushContext {
  readonly request: PushRequest;
  readonly rev: number;
  readonly replica: StoredReplica;
}

const applyOne = (space: Space, mutation: Mutation, context: ApplyContext): DecidedMutation => {
  const { now, newId, rev, replica, request, steps, habits } = context;
  const scope = context.scopeOf(mutation, replica.lastEventAt);
  const { communityId } = space;
  const input = { scope, communityId, mutation, rev, now, previousEventAt: replica.lastEventAt, newId };
  const decided = decide(space, input, { steps, habits, replicaId: request.replicaId });
  writeRows(space, decided.writes, steps);
  const isEffect = decided.outcome.outcome === 'applied' || decided.outcome.outcome === 'merged';
  if (isEffect && decided.writes.length > 0) space.effects.set(mutation.id, (space.effects.get(mutation.id) ?? 0) + 1);
  space.mutations.set(mutation.id, {
    outcome: decided.outcome,
    name: mutation.name,
    args: mutation.args,
    userId: scope.userId,
    replicaId: request.replicaId,
    eventAt: decided.eventAt,
  });
  return decided;
};

/** Says that a rule broke and took the whole request with it. */
export class RuleBroke extends Error {}

/** One broken rule must not stop what stands behind it; its payload waits for a person. */
const decide = (
  space: Space,
  input: DecisionInput,
  { steps, habits, replicaId }: Pick<ApplyContext, 'steps' | 'habits'> & { readonly replicaId: string },
): DecidedMutation => {
  try {
    return runReading(steps.decide(input, { space, replicaId }), answerFromSpace(space));
  } catch (cause) {
    if (habits.outlivesBrokenRules) return holdFailed(input);
    throw new RuleBroke('a rule broke', { cause });
  }
};
