import { err, ok, type Result } from '@lianxin/domain';
import type { Mutation, MutationOutcome, PushAnswer, PushRequest } from '@lianxin/protocol';
import { gridBucket, runReading } from '@lianxin/sync/merge';
import { admitMutation, type DecidedMutation, decideMutation, eventTime, type WriteScope } from '@lianxin/sync/server';
import type { SyncScope } from '../../access/authorize.ts';
import type { CommunityAccess, FormerGrid } from '../../access/principal.ts';
import type { NotFound } from '../refusals.ts';
import type { StoreCore } from './core.ts';
import { findOutcome, findReplica, logMutation, type Replica, saveReplica } from './mutation-log.ts';
import { readAccess } from './read-access.ts';
import { createSpaceWriter } from './space-writer.ts';

/** Is one push while it is being applied. */
interface Turn {
  readonly scope: SyncScope;
  readonly request: PushRequest;
  readonly access: CommunityAccess | undefined;
  readonly former: readonly FormerGrid[];
  readonly now: number;
}

/** Applies pushes: every mutation in a savepoint of its own, its outcome stored in the transaction of its effects, answered after COMMIT. */
export const createPush = ({ writer, queue, now, newId }: StoreCore) => {
  const space = createSpaceWriter(writer);

  const applyOne = (
    turn: Turn,
    replica: Replica,
    mutation: Mutation,
  ): { readonly outcome: MutationOutcome; readonly eventAt: number } => {
    const { communityId } = turn.request;
    const undo = writer.sqlite.transaction((): DecidedMutation => {
      const rev = space.nextRev(communityId);
      const decided = decide(turn, replica, { mutation, rev });
      // A rev that nothing was written at is given back, so that no phone pulls for nothing.
      if (decided.writes.length === 0) throw new NothingWritten(decided);
      space.write(communityId, decided.writes);
      return decided;
    });
    const decided = unlessNothingWritten(undo);
    logMutation(writer, communityId, {
      replicaId: turn.request.replicaId,
      accountId: turn.scope.accountId,
      mutation,
      outcome: decided.outcome,
      eventAt: decided.eventAt,
      receivedAt: turn.now,
    });
    return decided;
  };

  const decide = (
    turn: Turn,
    replica: Replica,
    at: { readonly mutation: Mutation; readonly rev: number },
  ): DecidedMutation => {
    const { communityId } = turn.request;
    if (turn.scope.isRevoked) {
      const { eventAt } = eventTime(at.mutation, { previous: replica.lastEventAt, now: turn.now });
      return {
        outcome: {
          n: at.mutation.n,
          id: at.mutation.id,
          rev: 0,
          outcome: 'held',
          reason: 'accountDisabled',
          field: null,
        },
        eventAt,
        writes: [],
      };
    }
    const input = {
      scope: toWriteScope(turn, replica, at.mutation),
      communityId,
      mutation: at.mutation,
      rev: at.rev,
      now: turn.now,
      previousEventAt: replica.lastEventAt,
      newId,
    };
    return runReading(decideMutation(input), (query) => writer.rows.answer(communityId, query));
  };

  const applyAll = (
    turn: Turn,
    first: Replica,
  ): { readonly replica: Replica; readonly outcomes: MutationOutcome[]; readonly stop: PushAnswer['stop'] } => {
    const outcomes: MutationOutcome[] = [];
    let replica = first;
    for (const mutation of turn.request.mutations) {
      const stored = findOutcome(writer, turn.request.communityId, mutation.id);
      const known =
        stored === undefined || stored.accountId === turn.scope.accountId
          ? stored?.outcome
          : idOfSomebodyElse(mutation);
      const admission = admitMutation(replica.lastN, mutation, known);
      if (admission.type === 'stop') return { replica, outcomes, stop: admission.stop };
      if (admission.type === 'known') {
        replica = { ...replica, lastN: admission.lastN };
        outcomes.push(admission.outcome);
        continue;
      }
      const { outcome, eventAt } = applyOne(turn, replica, mutation);
      replica = { ...replica, lastN: admission.lastN, lastEventAt: eventAt };
      outcomes.push(outcome);
    }
    return { replica, outcomes, stop: null };
  };

  const push = (scope: SyncScope, request: PushRequest): Result<PushAnswer, NotFound> => {
    const at = now();
    const key = { communityId: request.communityId, id: request.replicaId };
    const found = space.space(key.communityId);
    const resolved = readAccess(writer, scope.accountId, at);
    const access = resolved.communities.get(key.communityId);
    if (found === undefined || (access === undefined && !resolved.formerCommunityIds.has(key.communityId)))
      return err({ type: 'NotFound' });
    const answer = (outcomes: MutationOutcome[], stop: PushAnswer['stop']): Result<PushAnswer, NotFound> =>
      ok({ version: 1, epoch: found.epoch, replicaId: key.id, serverNow: at, outcomes, stop, safe: found.safe });
    if (request.epoch !== null && request.epoch !== found.epoch) return answer([], 'epoch');
    const known = findReplica(writer, key.communityId, key.id);
    if (known !== undefined && (known.accountId !== scope.accountId || known.state === 'wipe'))
      return answer([], 'wipe');
    const replica = known ?? { accountId: scope.accountId, lastN: 0, lastEventAt: 0, state: 'ok' };
    const applied = applyAll({ scope, request, now: at, access, former: resolved.formerGrids }, replica);
    saveReplica(writer, key, { ...applied.replica, seenAt: at, unsent: request.left });
    return answer(applied.outcomes, applied.stop);
  };

  return (scope: SyncScope, request: PushRequest): Promise<Result<PushAnswer, NotFound>> =>
    queue.run(() => push(scope, request));
};

/** Carries a decision out of a transaction that must be undone. */
class NothingWritten extends Error {
  readonly decided: DecidedMutation;
  constructor(decided: DecidedMutation) {
    super('nothing to write');
    this.decided = decided;
  }
}

const unlessNothingWritten = (work: () => DecidedMutation): DecidedMutation => {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof NothingWritten) return cause.decided;
    throw cause;
  }
};

/** An id is 128 random bits, so somebody else's is a forgery or a copied phone; it tells nothing about theirs. */
const idOfSomebodyElse = (mutation: Mutation): MutationOutcome => ({
  n: mutation.n,
  id: mutation.id,
  rev: 0,
  outcome: 'refused',
  reason: 'alreadyExists',
  field: null,
});

/** How long what an ex-worker wrote before leaving is still taken in. */
const lateWriteGraceMs = 30 * 86_400_000;

/** What is only ever added and tells of something seen at a door; edits of an ex-worker wait for a person instead. */
const lateMutations: ReadonlySet<string> = new Set(['visit.log', 'need.raise']);

const toWriteScope = (turn: Turn, replica: Replica, mutation: Mutation): WriteScope => {
  const current = [...(turn.access?.writableGridIds ?? [])];
  const late = lateMutations.has(mutation.name) ? lateGrids(turn, replica, mutation) : [];
  return {
    userId: turn.scope.accountId,
    userName: turn.scope.name,
    gridBuckets: new Set([...current, ...late].map(gridBucket)),
    isVolunteer: turn.access?.isVolunteer ?? false,
    isPosted: turn.access !== undefined || late.length > 0,
  };
};

const lateGrids = (turn: Turn, replica: Replica, mutation: Mutation): readonly string[] => {
  const { eventAt } = eventTime(mutation, { previous: replica.lastEventAt, now: turn.now });
  const isLate = (grid: FormerGrid): boolean =>
    grid.communityId === turn.request.communityId &&
    eventAt <= grid.endedAt &&
    turn.now - grid.endedAt <= lateWriteGraceMs;
  return turn.former.filter(isLate).map((grid) => grid.gridId);
};
