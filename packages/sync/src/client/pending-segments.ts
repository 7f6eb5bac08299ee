import type { Bucket, PullAnswer, SegmentNote } from '@lianxin/protocol';
import type { LocalState, SyncMeta } from './local-state.ts';

type Pending = SyncMeta['segments'];

/** How many segments are asked for at once. */
const togetherAtMost = 4;

/** Says whether any segment is still to come. */
export const hasPending = (segments: Pending): boolean => Object.values(segments).some((notes) => notes.length > 0);

/** Counts the rows that are still to come in segments. */
export const pendingRows = (segments: Pending): number =>
  Object.values(segments).reduce((sum, notes) => sum + notes.reduce((rows, note) => rows + note.rows, 0), 0);

/** Lists the segments to ask for next. */
export const nextSegments = ({ meta }: LocalState): readonly string[] =>
  Object.values(meta.segments)
    .flatMap((notes) => notes.map(({ hash }) => hash))
    .slice(0, togetherAtMost);

/** Lists the hashes of what is still to come, for a pull. */
export const hashesByBucket = (segments: Pending): Record<Bucket, string[]> =>
  Object.fromEntries(Object.entries(segments).map(([bucket, notes]) => [bucket, notes.map(({ hash }) => hash)]));

/** Tells what is still to come after a page: a bucket that begins anew, or is gone, forgets what it waited for. */
export const pendingAfter = (segments: Pending, { buckets, drop, again = [] }: PullAnswer): Pending => {
  const left: Record<Bucket, readonly SegmentNote[]> = { ...segments };
  for (const bucket of [...drop, ...again]) delete left[bucket];
  for (const page of buckets) {
    if (page.from === 0 && page.to > 0) delete left[page.bucket];
    if (page.segments !== undefined && page.segments.length > 0) left[page.bucket] = page.segments;
  }
  return left;
};

/** Tells what is still to come without those that came. */
export const withoutSegments = (segments: Pending, hashes: ReadonlySet<string>): Pending =>
  Object.fromEntries(
    Object.entries(segments).flatMap(([bucket, notes]) => {
      const left = notes.filter(({ hash }) => !hashes.has(hash));
      return left.length === 0 ? [] : [[bucket, left]];
    }),
  );
