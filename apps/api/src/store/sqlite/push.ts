import { err, ok, type Result } from '@lianxin/domain';
import type { Mutation, MutationOutcome, PushAnswer } from '@lianxin/protocol';
import { admitMutation } from '@lianxin/sync/server';
import type { SyncScope } from '../../access/authorize.ts';
import type { PushedWork } from '../port.ts';
import type { NotFound } from '../refusals.ts';
import { createMutationApplier } from './apply-mutation.ts';
import type { StoreCore } from './core.ts';
import { findOutcome, findReplica, type Replica, saveReplica } from './mutation-log.ts';
import type { PushTurn } from './push-turn.ts';
import { readAccess } from './read-access.ts';
import type { NumberKeys } from './register-number.ts';
import { createSpaceWriter } from './space-writer.ts';

type Answer = Result<PushAnswer, NotFound>;

/** Is how far a push has come: what became of its mutations, and why the rest was not read. */
interface Progress {
  readonly replica: Replica;
  readonly outcomes: MutationOutcome[];
  readonly stop: PushAnswer['stop'];
}

/** Applies pushes: outcomes are stored in the transaction of their effects, and answered after COMMIT. */
export const createPush = (core: StoreCore, numberKeys: NumberKeys) => {
  const { writer, queue, now } = core;
  const spaces = createSpaceWriter(core);
  const apply = createMutationApplier(core, { spaces, numberKeys });

  const applyAll = (turn: PushTurn, first: Replica): Progress => {
    const outcomes: MutationOutcome[] = [];
    let replica = first;
    for (const mutation of turn.request.mutations) {
      const admission = admitMutation(replica.lastN, mutation, knownOutcome(core, turn, mutation));
      if (admission.type === 'stop') return { replica, outcomes, stop: admission.stop };
      replica = { ...replica, lastN: admission.lastN };
      if (admission.type === 'known') {
        outcomes.push(admission.outcome);
        continue;
      }
      const applied = apply(turn, replica, mutation);
      replica = { ...replica, lastEventAt: applied.eventAt };
      outcomes.push(applied.outcome);
    }
    return { replica, outcomes, stop: null };
  };

  const push = (scope: SyncScope, request: PushedWork): Answer => {
    const at = now();
    const { communityId, replicaId: id } = request;
    const space = spaces.space(communityId);
    const resolved = readAccess(writer, scope.accountId, at);
    const access = resolved.communities.get(communityId);
    const wasPosted = access !== undefined || resolved.formerCommunityIds.has(communityId);
    if (space === undefined || !wasPosted) return err({ type: 'NotFound' });
    const answer = (outcomes: MutationOutcome[], stop: PushAnswer['stop']): Answer =>
      ok({ version: 1, epoch: space.epoch, replicaId: id, serverNow: at, outcomes, stop, safe: space.safe });
    if (request.epoch !== null && request.epoch !== space.epoch) return answer([], 'epoch');
    const known = findReplica(writer, communityId, id);
    if (known?.state === 'wipe' || (known && known.accountId !== scope.accountId)) return answer([], 'wipe');
    const replica = known ?? { accountId: scope.accountId, lastN: 0, lastEventAt: 0, unsent: 0, state: 'ok' };
    const progress = applyAll({ scope, request, now: at, access, former: resolved.formerGrids }, replica);
    const unsent = request.left ?? replica.unsent;
    saveReplica(writer, { communityId, id }, { ...progress.replica, seenAt: at, unsent });
    return answer(progress.outcomes, progress.stop);
  };

  return (scope: SyncScope, request: PushedWork): Promise<Answer> => queue.run(() => push(scope, request));
};

/** An id is 128 random bits, so somebody else's is a forgery or a copied phone; the answer tells nothing about theirs. */
const knownOutcome = ({ writer }: StoreCore, turn: PushTurn, { id, n }: Mutation): MutationOutcome | undefined => {
  const stored = findOutcome(writer, turn.request.communityId, id);
  if (stored === undefined || stored.accountId === turn.scope.accountId) return stored?.outcome;
  return { n, id, rev: 0, outcome: 'refused', reason: 'alreadyExists', field: null };
};
