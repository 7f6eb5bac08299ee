import type { Bucket } from '@lianxin/protocol';
import type { StoredRow } from '../merge/index.ts';

/** Is one line of the compacted feed: the last thing that happened to a row in a bucket. */
export interface FeedEntry {
  readonly bucket: Bucket;
  readonly table: string;
  readonly rowId: string;
  readonly rev: number;
  readonly op: 'put' | 'out' | 'deleted';
}

/** Lists the feed lines of a write: the buckets it lies in now, and an exit marker for each it left. */
export const feedChanges = (before: StoredRow | undefined, after: StoredRow): readonly FeedEntry[] => {
  const line = (bucket: Bucket, op: FeedEntry['op']): FeedEntry => ({
    bucket,
    table: after.table,
    rowId: after.id,
    rev: after.rev,
    op,
  });
  const stays = after.buckets.map((bucket) => line(bucket, after.deleted ? 'deleted' : 'put'));
  const left = (before?.buckets ?? []).filter((bucket) => !after.buckets.includes(bucket));
  return [...stays, ...left.map((bucket) => line(bucket, 'out'))];
};
