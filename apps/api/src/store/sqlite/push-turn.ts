import type { Mutation } from '@lianxin/protocol';
import { gridBucket } from '@lianxin/sync/merge';
import { eventTime, lateMutations, type WriteScope } from '@lianxin/sync/server';
import type { SyncScope } from '../../access/authorize.ts';
import type { CommunityAccess, FormerGrid } from '../../access/principal.ts';
import type { PushedWork } from '../port.ts';
import type { Replica } from './mutation-log.ts';

/** Is one push while it is being applied. */
export interface PushTurn {
  readonly scope: SyncScope;
  readonly request: PushedWork;
  readonly access: CommunityAccess | undefined;
  readonly former: readonly FormerGrid[];
  readonly now: number;
}

/** How long what an ex-worker wrote before leaving is still taken in. */
const lateWriteGraceMs = 30 * 86_400_000;

/** Tells what the author may write with one mutation: their grids of today, and for what was seen at a door also those of then. */
export const writeScopeOf = (turn: PushTurn, replica: Replica, mutation: Mutation): WriteScope => {
  const current = [...(turn.access?.writableGridIds ?? [])];
  const { isRevoked, trustedUntil } = turn.scope;
  // What a lost phone says it saw after it was lost, somebody else may have written.
  const isTrusted = trustedUntil === null || eventAtOf(turn, replica, mutation) <= trustedUntil;
  const late = lateMutations.has(mutation.name) ? lateGrids(turn, replica, mutation) : [];
  return {
    userId: turn.scope.accountId,
    userName: turn.scope.name,
    gridBuckets: new Set(current.map(gridBucket)),
    formerGridBuckets: new Set(late.map(gridBucket)),
    hasLeftGrids: turn.former.some((grid) => grid.communityId === turn.request.communityId),
    isVolunteer: turn.access?.isVolunteer ?? false,
    isPosted: !isRevoked && isTrusted && (turn.access !== undefined || late.length > 0),
    isDisabled: isRevoked,
  };
};

const lateGrids = (turn: PushTurn, replica: Replica, mutation: Mutation): readonly string[] => {
  const eventAt = eventAtOf(turn, replica, mutation);
  const isLate = (grid: FormerGrid): boolean =>
    grid.communityId === turn.request.communityId &&
    eventAt <= grid.endedAt &&
    turn.now - grid.endedAt <= lateWriteGraceMs;
  return turn.former.filter(isLate).map((grid) => grid.gridId);
};

const eventAtOf = (turn: PushTurn, replica: Replica, mutation: Mutation): number =>
  eventTime(mutation, { previous: replica.lastEventAt, now: turn.now }).eventAt;
