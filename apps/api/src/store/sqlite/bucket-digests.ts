import { addRow, type Digest, digestText, emptyDigest } from '@lianxin/sync/merge';
import type Database from 'better-sqlite3';
import type { SqlRow, SqlValue } from './record-rows.ts';

/** Reads and keeps the digest of every bucket on one connection. */
export interface BucketDigests {
  readonly read: (communityId: string, bucket: string) => Digest;
  readonly change: (communityId: string, bucket: string, change: (digest: Digest) => Digest) => void;
}

/** Prepares the digests of a connection. */
export const createDigests = (sqlite: Database.Database): BucketDigests => {
  const read = createDigestReader(sqlite);
  const write = sqlite.prepare<SqlValue[]>(
    `INSERT INTO bucket_digests (community_id, bucket, high, low) VALUES (?, ?, ?, ?)
     ON CONFLICT (community_id, bucket) DO UPDATE SET high = excluded.high, low = excluded.low`,
  );
  return {
    read,
    change: (communityId, bucket, change) => {
      const { high, low } = change(read(communityId, bucket));
      write.run(communityId, bucket, high, low);
    },
  };
};

/** Prepares reading the digest of a bucket. */
export const createDigestReader = (sqlite: Database.Database): BucketDigests['read'] => {
  const find = sqlite.prepare<SqlValue[], SqlRow>(
    'SELECT high, low FROM bucket_digests WHERE community_id = ? AND bucket = ?',
  );
  return (communityId, bucket) => {
    const row = find.get(communityId, bucket);
    return row === undefined ? emptyDigest : { high: Number(row['high']), low: Number(row['low']) };
  };
};

/** Counts all digests afresh from the feed's live lines, as after an upgrade that brings them. */
export const rebuildDigests = (sqlite: Database.Database): void => {
  const digests = recountDigests(sqlite);
  const write = sqlite.prepare<SqlValue[]>(
    'INSERT INTO bucket_digests (community_id, bucket, high, low) VALUES (?, ?, ?, ?)',
  );
  sqlite.transaction(() => {
    sqlite.exec('DELETE FROM bucket_digests');
    for (const { communityId, bucket, digest } of digests) write.run(communityId, bucket, digest.high, digest.low);
  })();
};

/** Says whether digests are missing where there are rows. */
export const lacksDigests = (sqlite: Database.Database): boolean =>
  sqlite.prepare('SELECT 1 FROM feed LIMIT 1').get() !== undefined &&
  sqlite.prepare('SELECT 1 FROM bucket_digests LIMIT 1').get() === undefined;

/** Lists the buckets whose kept digest is not what their rows add up to. */
export const wrongDigests = (sqlite: Database.Database): readonly string[] => {
  const read = createDigestReader(sqlite);
  return recountDigests(sqlite)
    .filter(({ communityId, bucket, digest }) => digestText(read(communityId, bucket)) !== digestText(digest))
    .map(({ bucket }) => bucket);
};

interface CountedBucket {
  readonly communityId: string;
  readonly bucket: string;
  digest: Digest;
}

const recountDigests = (sqlite: Database.Database): readonly CountedBucket[] => {
  const counted = new Map<string, CountedBucket>();
  const lines = sqlite.prepare<[], SqlRow>(
    'SELECT community_id, bucket, "table", row_id, rev FROM feed WHERE op = \'put\'',
  );
  for (const line of lines.iterate()) {
    const [communityId, bucket] = [String(line['community_id']), String(line['bucket'])];
    const key = `${communityId} ${bucket}`;
    const known = counted.get(key) ?? { communityId, bucket, digest: emptyDigest };
    counted.set(key, known);
    known.digest = addRow(known.digest, {
      table: String(line['table']),
      id: String(line['row_id']),
      rev: Number(line['rev']),
    });
  }
  return [...counted.values()];
};
