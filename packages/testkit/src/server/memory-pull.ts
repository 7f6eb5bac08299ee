import { isRecordName } from '@lianxin/domain';
import type { Bucket, PullAnswer, PullRequest, Segment } from '@lianxin/protocol';
import { type Digest, digestText, emptyDigest } from '@lianxin/sync/merge';
import { type BucketTail, cutPage, type FeedEntry, type PageLimits } from '@lianxin/sync/server';
import type { ServerHabits, ServerSteps } from '../steps/server-steps.ts';
import { cutSegments, noteOf } from './memory-segments.ts';
import { rowOf } from './memory-space.ts';
import type { Space } from './space.ts';

/** Reads one page of what is granted, in one snapshot. A cursor of another epoch counts as none. Segments of a bucket are cut when somebody begins it. */
export const pullFrom = (
  space: Space,
  request: PullRequest,
  page: {
    readonly granted: readonly Bucket[];
    readonly limits: PageLimits;
    readonly steps: ServerSteps;
    readonly habits: ServerHabits;
  },
): Pick<PullAnswer, 'top' | 'buckets' | 'drop' | 'again' | 'checkpoint'> => {
  const have = request.epoch === space.epoch ? request.have : {};
  const again = page.habits.tellsGivenUp ? page.granted.filter((bucket) => waitsInVain(space, request, bucket)) : [];
  const tails = page.granted
    .filter((bucket) => !again.includes(bucket))
    .map((bucket) => tailWithSegments(space, request, { bucket, from: have[bucket] ?? 0, steps: page.steps }));
  const toRow = (entry: FeedEntry) =>
    page.steps.toWireRow(entry, isRecordName(entry.table) ? rowOf(space, entry.table, entry.rowId) : undefined);
  const buckets = cutPage(tails, { top: space.seq, limits: page.limits, toRow });
  return {
    top: space.seq,
    buckets: [...buckets],
    drop: Object.keys(have).filter((bucket) => !page.granted.includes(bucket)),
    ...(again.length === 0 ? {} : { again }),
    checkpoint: again.length === 0 && buckets.every((bucket) => bucket.end),
  };
};

const waitsInVain = (space: Space, { epoch, have, segments = {} }: PullRequest, bucket: Bucket): boolean =>
  epoch === space.epoch &&
  (have[bucket] ?? 0) > 0 &&
  (segments[bucket] ?? []).some((hash) => space.segments.get(hash)?.bucket !== bucket);

const tailWithSegments = (
  space: Space,
  request: PullRequest,
  { bucket, from, steps }: { readonly bucket: Bucket; readonly from: number; readonly steps: ServerSteps },
): BucketTail => {
  if (request.segments === undefined) return tailOf(space, bucket, { from, without: [] });
  if (from > 0) {
    const hashes = request.segments[bucket] ?? [];
    return tailOf(space, bucket, { from, without: hashes.flatMap((hash) => space.segments.get(hash) ?? []) });
  }
  cutSegments(space, bucket, steps);
  const without = [...space.segments.values()].filter((segment) => segment.bucket === bucket);
  return { ...tailOf(space, bucket, { from, without }), segments: without.map(noteOf) };
};

const tailOf = (
  space: Space,
  bucket: Bucket,
  { from, without }: { readonly from: number; readonly without: readonly Segment[] },
): BucketTail => {
  const elsewhere = new Set(
    without.flatMap(({ table, ids, revs }) => ids.map((id, at) => `${table} ${id} ${revs[at] ?? 0}`)),
  );
  const entries = [...space.feed.values()]
    .filter((entry) => entry.bucket === bucket && entry.rev > from)
    .filter((entry) => !elsewhere.has(`${entry.table} ${entry.rowId} ${entry.rev}`))
    .sort(byRev);
  return { bucket, from, entries, total: entries.length, digest: digestText(digestOf(space, bucket)) };
};

const digestOf = (space: Space, bucket: Bucket): Digest => space.digests.get(bucket) ?? emptyDigest;

const byRev = (a: FeedEntry, b: FeedEntry): number => a.rev - b.rev || (a.table + a.rowId < b.table + b.rowId ? -1 : 1);
