import { maxPageRows } from '@lianxin/protocol';
import { digestText } from '@lianxin/sync/merge';
import type { BucketTail, FeedEntry } from '@lianxin/sync/server';
import type Database from 'better-sqlite3';
import { createDigestReader } from './bucket-digests.ts';
import type { SqlRow, SqlValue } from './record-rows.ts';

interface Cursor {
  readonly communityId: string;
  readonly bucket: string;
  readonly from: number;
  /** The hashes of the segments whose rows are left out, as a JSON list. */
  readonly without: string;
}

/** Is where a reader stands, and what is left out of what follows. */
interface LeftOut {
  readonly from: number;
  readonly without: readonly string[];
  /** How many rows those segments hold, all of which lie after the cursor. */
  readonly rowsWithout?: number;
}

const after = 'community_id = @communityId AND bucket = @bucket AND rev > @from';
const outsideSegments = `${after} AND ("table" <> 'visit' OR NOT EXISTS (
  SELECT 1 FROM segment_rows s WHERE s.community_id = @communityId AND s.row_id = feed.row_id AND s.bucket = @bucket
    AND s.rev = feed.rev AND s.hash IN (SELECT value FROM json_each(@without))))`;

/** Prepares reading what a bucket offers after a cursor, without the rows of the segments that are named. */
export const createTailReader = (sqlite: Database.Database) => {
  const digest = createDigestReader(sqlite);
  const readAll = createReading(sqlite, `${after} AND @without <> ''`);
  const readOutside = createReading(sqlite, outsideSegments);
  return (communityId: string, bucket: string, { from, without, rowsWithout }: LeftOut): BucketTail => {
    const { count, lines } = without.length === 0 ? readAll : readOutside;
    const cursor = { communityId, bucket, from, without: JSON.stringify(without) };
    return {
      bucket,
      from,
      // Every row of a segment has its line as it was cut, or the segment would have been given up: from the beginning they need not be counted one by one.
      total: rowsWithout === undefined ? Number(count.get(cursor)) : Number(readAll.count.get(cursor)) - rowsWithout,
      digest: digestText(digest(communityId, bucket)),
      // Read when the page comes to this bucket, if it does.
      get entries() {
        return lines.all(cursor).map((row) => toEntry(bucket, row));
      },
    };
  };
};

const toEntry = (bucket: string, row: SqlRow): FeedEntry => ({
  bucket,
  table: String(row['table']),
  rowId: String(row['row_id']),
  rev: Number(row['rev']),
  op: row['op'] === 'out' || row['op'] === 'deleted' ? row['op'] : 'put',
});

const createReading = (sqlite: Database.Database, where: string) => ({
  count: sqlite.prepare<[Cursor], SqlValue>(`SELECT count(*) FROM feed WHERE ${where}`).pluck(),
  // The bound is the rev of the first line that does not fit, so that whole revs are read and never a piece of one.
  lines: sqlite.prepare<[Cursor], SqlRow>(
    `SELECT "table", row_id, rev, op FROM feed WHERE ${where} AND rev <= coalesce(
       (SELECT rev FROM feed WHERE ${where} ORDER BY rev LIMIT 1 OFFSET ${maxPageRows}), 9007199254740991)
     ORDER BY rev, "table", row_id`,
  ),
});
