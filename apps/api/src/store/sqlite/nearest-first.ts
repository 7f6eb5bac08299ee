import type { BucketTail } from '@lianxin/sync/server';
import type Database from 'better-sqlite3';
import type { SqlValue } from './record-rows.ts';

/**
 * Prepares the order in which a phone that begins gets its buckets: what is not of a grid, then the grid in which its owner visited somebody last, then the
 * smallest. The first grid is what people wait for.
 */
export const createNearestFirst = (sqlite: Database.Database) => {
  const last = sqlite
    .prepare<SqlValue[], string>(
      'SELECT buckets FROM visits WHERE community_id = ? AND visited_by = ? ORDER BY visited_at DESC LIMIT 1',
    )
    .pluck();
  return (
    tails: readonly BucketTail[],
    { communityId, accountId }: { readonly communityId: string; readonly accountId: string },
  ): readonly BucketTail[] => {
    const grids = tails.filter(({ bucket }) => bucket.startsWith('grid:'));
    if (grids.length < 2 || grids.every(({ from }) => from > 0)) return tails;
    const used = (last.get(communityId, accountId) ?? '').split(' ');
    // A grid that has begun to come is finished before the next, whatever its size.
    const rank = ({ bucket, from }: BucketTail): number => (from > 0 ? 0 : used.includes(bucket) ? 1 : 2);
    const sorted = [...grids].sort((a, b) => rank(a) - rank(b) || a.total - b.total || (a.bucket < b.bucket ? -1 : 1));
    return [...tails.filter((tail) => !grids.includes(tail)), ...sorted];
  };
};
