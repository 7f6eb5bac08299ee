import { dayMs, type Instant } from '@lianxin/domain';
import type Database from 'better-sqlite3';
import type { SqlRow, SqlValue } from './record-rows.ts';

/** How old a visit is before it travels as history. */
const historyAfterMs = 90 * dayMs;
/** A segment of fewer rows is not worth a request of its own. */
export const fewestRows = 300;
const mostRows = 4_000;
/** The share of history outside all segments from which on it is cut too. */
const longTail = 0.2;

/** Is one visit that may go into a segment. */
export interface Candidate {
  readonly id: string;
  /** The household, or the door of a home without one. */
  readonly place: string;
}

/**
 * Prepares listing what is to be cut of a bucket, in segments by household. The newest time that somebody was met at a home and the newest other try stay
 * out, and every void, so that whoever has no history yet still knows when each door is due.
 */
export const createCandidates = (sqlite: Database.Database) => {
  const inSegments = sqlite
    .prepare<SqlValue[], number>('SELECT coalesce(sum(rows), 0) FROM segments WHERE community_id = ? AND bucket = ?')
    .pluck();
  const lying = sqlite.prepare<[Readonly<Record<string, SqlValue>>], SqlRow>(
    `WITH lying AS (
       SELECT v.id, v.visited_at, v.void_of, coalesce(v.household_id, v.dwelling_id) AS place,
         row_number() OVER (
           PARTITION BY coalesce(v.household_id, v.dwelling_id), v.outcome = 'met' ORDER BY v.visited_at DESC, v.id DESC
         ) AS newness
       FROM feed f JOIN visits v ON v.community_id = f.community_id AND v.id = f.row_id
       WHERE f.community_id = @communityId AND f.bucket = @bucket AND f."table" = 'visit' AND f.op = 'put' AND v.deleted = 0
     )
     SELECT id, place FROM lying
     WHERE visited_at < @before AND void_of IS NULL AND newness > 1
       AND NOT EXISTS (SELECT 1 FROM segment_rows s WHERE s.community_id = @communityId AND s.row_id = id AND s.bucket = @bucket)
     ORDER BY place, visited_at, id`,
  );
  return (communityId: string, bucket: string, now: Instant): readonly (readonly Candidate[])[] => {
    const found = lying
      .all({ communityId, bucket, before: now - historyAfterMs })
      .map(({ id, place }) => ({ id: String(id), place: String(place) }));
    const isLong = found.length > longTail * Number(inSegments.get(communityId, bucket));
    return found.length < fewestRows || !isLong ? [] : byHousehold(found);
  };
};

/** Cuts between households, into ranges of about the same length. */
const byHousehold = (rows: readonly Candidate[]): readonly (readonly Candidate[])[] => {
  const target = Math.ceil(rows.length / Math.ceil(rows.length / mostRows));
  const ranges: Candidate[][] = [[]];
  for (const row of rows) {
    const last = ranges.at(-1) ?? [];
    if (last.length >= target && last.at(-1)?.place !== row.place) ranges.push([row]);
    else last.push(row);
  }
  return ranges;
};
