import type { Mutation, MutationOutcome } from '@lianxin/protocol';
import { runReading } from '@lianxin/sync/merge';
import { type DecidedMutation, decideMutation, eventTime } from '@lianxin/sync/server';
import type { StoreCore } from './core.ts';
import { logMutation, type Replica } from './mutation-log.ts';
import { type PushTurn, writeScopeOf } from './push-turn.ts';
import type { SpaceWriter } from './space-writer.ts';

/** Is what became of one mutation, for the next one of the same replica. */
export interface AppliedMutation {
  readonly outcome: MutationOutcome;
  readonly eventAt: number;
}

/** Applies one mutation in a savepoint of its own and keeps it with its outcome, whatever that is. */
export const createMutationApplier = ({ writer, newId }: StoreCore, spaces: SpaceWriter) => {
  const decide = (turn: PushTurn, replica: Replica, at: { mutation: Mutation; rev: number }): DecidedMutation => {
    if (turn.scope.isRevoked) return heldForDisabled(turn, replica, at.mutation);
    const { communityId } = turn.request;
    const scope = writeScopeOf(turn, replica, at.mutation);
    const input = { ...at, scope, communityId, now: turn.now, previousEventAt: replica.lastEventAt, newId };
    return runReading(decideMutation(input), (query) => writer.rows.answer(communityId, query));
  };

  return (turn: PushTurn, replica: Replica, mutation: Mutation): AppliedMutation => {
    const { communityId, replicaId } = turn.request;
    const decideAndWrite = writer.sqlite.transaction((): DecidedMutation => {
      const decided = decide(turn, replica, { mutation, rev: spaces.nextRev(communityId) });
      // A rev that nothing was written at is given back, so that no phone pulls for nothing.
      if (decided.writes.length === 0) throw new NothingWritten(decided);
      spaces.write(communityId, decided.writes);
      return decided;
    });
    const { outcome, eventAt } = unlessNothingWritten(decideAndWrite);
    const { accountId } = turn.scope;
    logMutation(writer, communityId, { replicaId, accountId, mutation, outcome, eventAt, receivedAt: turn.now });
    return { outcome, eventAt };
  };
};

const heldForDisabled = (turn: PushTurn, replica: Replica, { id, n, ...mutation }: Mutation): DecidedMutation => ({
  outcome: { n, id, rev: 0, outcome: 'held', reason: 'accountDisabled', field: null },
  eventAt: eventTime({ id, n, ...mutation }, { previous: replica.lastEventAt, now: turn.now }).eventAt,
  writes: [],
});

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
