import type { SegmentNote } from '@lianxin/protocol';
import type Database from 'better-sqlite3';
import type { SqlRow, SqlValue } from './record-rows.ts';

/** Is a segment as it rests: brotli over its JSON, and the bucket that somebody must be granted to read it. */
export interface RestingSegment {
  readonly bucket: string;
  readonly content: Buffer;
}

/** Reads segments on one connection. */
export interface SegmentReader {
  readonly notes: (communityId: string, bucket: string) => readonly SegmentNote[];
  /** Says whether all of these are still given out. */
  readonly holdsAll: (communityId: string, bucket: string, hashes: readonly string[]) => boolean;
  readonly find: (communityId: string, hash: string) => RestingSegment | undefined;
}

/** Prepares reading segments. */
export const createSegmentReader = (sqlite: Database.Database): SegmentReader => {
  const notes = sqlite.prepare<SqlValue[], SqlRow>(
    'SELECT hash, rows, length(content) AS bytes FROM segments WHERE community_id = ? AND bucket = ? ORDER BY cut_at, hash',
  );
  const has = sqlite.prepare<SqlValue[]>('SELECT 1 FROM segments WHERE community_id = ? AND bucket = ? AND hash = ?');
  const find = sqlite.prepare<SqlValue[], RestingSegment>(
    'SELECT bucket, content FROM segments WHERE community_id = ? AND hash = ?',
  );
  return {
    notes: (communityId, bucket) =>
      notes.all(communityId, bucket).map(({ hash, rows, bytes }) => ({
        hash: String(hash),
        rows: Number(rows),
        bytes: Number(bytes),
      })),
    holdsAll: (communityId, bucket, hashes) => hashes.every((hash) => has.get(communityId, bucket, hash) !== undefined),
    find: (communityId, hash) => find.get(communityId, hash),
  };
};

/**
 * Prepares giving up the segments that hold a row. It is called in the transaction that writes the row again: whatever changes it, moves it to another
 * bucket, deletes it or erases words from it, its old image travels to nobody from that moment on. The rows come row by row until a segment is cut anew.
 */
export const createGiveUpSegments = (sqlite: Database.Database): ((communityId: string, rowId: string) => void) => {
  const holding = sqlite.prepare<SqlValue[], SqlRow>(
    'SELECT DISTINCT hash FROM segment_rows WHERE community_id = ? AND row_id = ?',
  );
  const dropRows = sqlite.prepare<SqlValue[]>('DELETE FROM segment_rows WHERE community_id = ? AND hash = ?');
  const drop = sqlite.prepare<SqlValue[]>('DELETE FROM segments WHERE community_id = ? AND hash = ?');
  return (communityId, rowId) => {
    for (const { hash } of holding.all(communityId, rowId)) {
      dropRows.run(communityId, String(hash));
      drop.run(communityId, String(hash));
    }
  };
};
