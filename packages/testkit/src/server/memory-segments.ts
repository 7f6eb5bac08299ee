import { type Bucket, type Segment, type SegmentNote, toSegment } from '@lianxin/protocol';
import { addRow, digestText, emptyDigest, type StoredRow } from '@lianxin/sync/merge';
import type { ServerSteps } from '../steps/server-steps.ts';
import type { Space } from './space.ts';

/** Short segments meet more often, in more ways. */
const rowsPerSegment = 3;

/** Names a segment by what is in it: long enough for the wire, and another name for every other content. */
export const segmentHash = (segment: Segment): string =>
  digestText(addRow(emptyDigest, { table: 'segment', id: JSON.stringify(segment), rev: 0 })).repeat(4);

/** Tells of a segment. */
export const noteOf = (segment: Segment): SegmentNote => ({
  hash: segmentHash(segment),
  bytes: JSON.stringify(segment).length,
  rows: segment.ids.length,
});

/**
 * Cuts what lies in a grid outside all segments, two rows of three, of nearly every table: the protocol asks neither what a row is nor how old. Needs stay
 * out, because voiding a visit takes its needs back, and whoever voids it must see them; the real server cuts visits alone.
 */
export const cutSegments = (space: Space, bucket: Bucket, { toWireRow }: Pick<ServerSteps, 'toWireRow'>): void => {
  if (!bucket.startsWith('grid:')) return;
  const covered = new Set(
    [...space.segments.values()].flatMap((one) =>
      one.bucket === bucket ? one.ids.map((id) => `${one.table}/${id}`) : [],
    ),
  );
  const tables = new Map<string, StoredRow[]>();
  let count = 0;
  for (const [key, row] of space.rows) {
    if (row.deleted || row.table === 'need' || covered.has(key) || !row.buckets.includes(bucket)) continue;
    count += 1;
    if (count % 3 !== 0) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  }
  for (const [table, rows] of tables) {
    for (let from = 0; from < rows.length; from += rowsPerSegment) {
      const images = rows
        .slice(from, from + rowsPerSegment)
        .map((row) => toWireRow({ bucket, table, rowId: row.id, rev: row.rev, op: 'put' }, row));
      const segment = toSegment(bucket, table, images);
      space.segments.set(segmentHash(segment), segment);
    }
  }
};
