import { recordNames } from '@lianxin/domain';
import { addRow, type Digest, digestText, emptyDigest } from '@lianxin/sync/merge';
import type Database from 'better-sqlite3';
import { tableNames } from '../../apps/api/src/store/sqlite/schema/record-table.ts';

interface LiveRow {
  readonly id: string;
  readonly rev: number;
  readonly buckets: string;
}

/** Lists the buckets whose kept digest is not the sum over the rows that lie there. */
export const digestMismatches = (sqlite: Database.Database, communityId: string): readonly string[] => {
  const kept = new Map(
    sqlite
      .prepare<[string], Digest & { bucket: string }>(
        'SELECT bucket, high, low FROM bucket_digests WHERE community_id = ?',
      )
      .all(communityId)
      .map(({ bucket, high, low }) => [bucket, digestText({ high, low })]),
  );
  const summed = sumRows(sqlite, communityId);
  const empty = digestText(emptyDigest);
  return [...new Set([...kept.keys(), ...summed.keys()])].filter(
    (bucket) => (kept.get(bucket) ?? empty) !== digestText(summed.get(bucket) ?? emptyDigest),
  );
};

const sumRows = (sqlite: Database.Database, communityId: string): ReadonlyMap<string, Digest> => {
  const sums = new Map<string, Digest>();
  for (const table of recordNames) {
    const sql = `SELECT id, rev, buckets FROM ${tableNames[table]} WHERE community_id = ? AND deleted = 0`;
    for (const { id, rev, buckets } of sqlite.prepare<[string], LiveRow>(sql).iterate(communityId)) {
      const lain = buckets === '' ? [] : buckets.split(' ');
      for (const bucket of lain) sums.set(bucket, addRow(sums.get(bucket) ?? emptyDigest, { table, id, rev }));
    }
  }
  return sums;
};
