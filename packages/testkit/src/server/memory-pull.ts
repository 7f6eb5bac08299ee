import { isRecordName } from '@lianxin/domain';
import type { Bucket, PullAnswer, PullRequest } from '@lianxin/protocol';
import { type Digest, digestText, emptyDigest } from '@lianxin/sync/merge';
import { type BucketTail, cutPage, type FeedEntry, type PageLimits } from '@lianxin/sync/server';
import type { ServerSteps } from '../steps/server-steps.ts';
import { rowOf } from './memory-space.ts';
import type { Space } from './space.ts';

/** Reads one page of what is granted, in one snapshot. A cursor of another epoch counts as none. */
export const pullFrom = (
  space: Space,
  request: PullRequest,
  page: { readonly granted: readonly Bucket[]; readonly limits: PageLimits; readonly steps: ServerSteps },
): Pick<PullAnswer, 'top' | 'buckets' | 'drop' | 'checkpoint'> => {
  const have = request.epoch === space.epoch ? request.have : {};
  const tails = page.granted.map((bucket) => tailOf(space, bucket, have[bucket] ?? 0));
  const toRow = (entry: FeedEntry) =>
    page.steps.toWireRow(entry, isRecordName(entry.table) ? rowOf(space, entry.table, entry.rowId) : undefined);
  const buckets = cutPage(tails, { top: space.seq, limits: page.limits, toRow });
  return {
    top: space.seq,
    buckets: [...buckets],
    drop: Object.keys(have).filter((bucket) => !page.granted.includes(bucket)),
    checkpoint: buckets.every((bucket) => bucket.end),
  };
};

const tailOf = (space: Space, bucket: Bucket, from: number): BucketTail => {
  const entries = [...space.feed.values()].filter((entry) => entry.bucket === bucket && entry.rev > from).sort(byRev);
  return { bucket, from, entries, total: entries.length, digest: digestText(digestOf(space, bucket)) };
};

const digestOf = (space: Space, bucket: Bucket): Digest => space.digests.get(bucket) ?? emptyDigest;

const byRev = (a: FeedEntry, b: FeedEntry): number => a.rev - b.rev || (a.table + a.rowId < b.table + b.rowId ? -1 : 1);
