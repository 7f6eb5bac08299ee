import type { Instant } from '@lianxin/domain';
import type { Mutation, MutationOutcome, PushAnswer, PushRequest } from '@lianxin/protocol';
import { runReading } from '@lianxin/sync/merge';
import { admitMutation, decideMutation, type WriteScope } from '@lianxin/sync/server';
import { answerFromSpace, type Space, writeRows } from './memory-space.ts';

/** Is what a push transaction knows besides the request. */
export interface PushContext {
  readonly scope: WriteScope;
  readonly now: Instant;
  readonly newId: () => string;
}

/** Applies a push to a copy of the community: the counter first, then each mutation with its outcome beside its effects. */
export const pushInto = (
  space: Space,
  request: PushRequest,
  context: PushContext,
): Pick<PushAnswer, 'outcomes' | 'stop'> => {
  if (request.epoch !== null && request.epoch !== space.epoch) return { outcomes: [], stop: 'epoch' };
  const known = space.replicas.get(request.replicaId);
  if (known !== undefined && known.userId !== context.scope.userId) return { outcomes: [], stop: 'wipe' };
  const firstRev = space.seq + 1;
  space.seq += request.mutations.length;
  const outcomes: MutationOutcome[] = [];
  for (const [index, mutation] of request.mutations.entries()) {
    const replica = space.replicas.get(request.replicaId) ?? { userId: context.scope.userId, lastN: 0, lastEventAt: 0 };
    const admission = admitMutation(replica.lastN, mutation, space.mutations.get(mutation.id)?.outcome);
    if (admission.type === 'stop') return { outcomes, stop: admission.stop };
    if (admission.type === 'known') {
      space.replicas.set(request.replicaId, { ...replica, lastN: admission.lastN });
      outcomes.push(admission.outcome);
      continue;
    }
    const decided = applyOne(space, mutation, {
      ...context,
      rev: firstRev + index,
      previousEventAt: replica.lastEventAt,
    });
    space.replicas.set(request.replicaId, { ...replica, lastN: admission.lastN, lastEventAt: decided.eventAt });
    outcomes.push(decided.outcome);
  }
  return { outcomes, stop: null };
};

const applyOne = (
  space: Space,
  mutation: Mutation,
  context: PushContext & { readonly rev: number; readonly previousEventAt: Instant },
) => {
  const { scope, now, newId, rev, previousEventAt } = context;
  const input = { scope, communityId: space.communityId, mutation, rev, now, previousEventAt, newId };
  const decided = runReading(decideMutation(input), answerFromSpace(space));
  writeRows(space, decided.writes);
  const isEffect = decided.outcome.outcome === 'applied' || decided.outcome.outcome === 'merged';
  if (isEffect && decided.writes.length > 0) space.effects.set(mutation.id, (space.effects.get(mutation.id) ?? 0) + 1);
  const { name, args } = mutation;
  space.mutations.set(mutation.id, {
    outcome: decided.outcome,
    name,
    args,
    userId: scope.userId,
    eventAt: decided.eventAt,
  });
  return decided;
};
