import type { Bucket } from '@lianxin/protocol';
import type { StoredRow } from './row.ts';

/** Is the sum over the live rows of a bucket: two independent 32-bit sums, which count together like one of 64 bits. Order does not matter, so it is kept as rows come and go. */
export interface Digest {
  readonly high: number;
  readonly low: number;
}

/** Is the digest of a bucket without rows. */
export const emptyDigest: Digest = { high: 0, low: 0 };

/** Names a row at a rev: what a digest counts. */
export interface DigestRow {
  readonly table: string;
  readonly id: string;
  readonly rev: number;
}

/** Counts a row in. */
export const addRow = (digest: Digest, row: DigestRow): Digest => {
  const { high, low } = sumsOf(row);
  return { high: (digest.high + high) >>> 0, low: (digest.low + low) >>> 0 };
};

/** Counts a row out. */
export const removeRow = (digest: Digest, row: DigestRow): Digest => {
  const { high, low } = sumsOf(row);
  return { high: (digest.high - high) >>> 0, low: (digest.low - low) >>> 0 };
};

const sumsOf = ({ table, id, rev }: DigestRow): Digest => {
  const key = `${table} ${id} ${rev}`;
  return { high: hash(key, 0x9747b28c), low: hash(key, 0x2f0b4c47) };
};

/** Writes a digest as 16 hexadecimal digits. */
export const digestText = ({ high, low }: Digest): string =>
  high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');

/** Is what a write does to the digest of one bucket. */
export interface DigestChange {
  readonly bucket: Bucket;
  readonly change: (digest: Digest) => Digest;
}

/** Lists what a write does to the digests of the buckets it lay and lies in. */
export const digestChanges = (before: StoredRow | undefined, after: StoredRow | undefined): readonly DigestChange[] => [
  ...changesBy(before, removeRow),
  ...changesBy(after, addRow),
];

const changesBy = (row: StoredRow | undefined, count: typeof addRow): readonly DigestChange[] =>
  row === undefined || row.deleted
    ? []
    : row.buckets.map((bucket) => ({ bucket, change: (digest) => count(digest, row) }));

/** MurmurHash3's 32-bit mixing over UTF-16 units: fast, well spread, no secret; it finds mistakes, not forgers. */
const hash = (text: string, seed: number): number => {
  let mixed = seed;
  for (let at = 0; at < text.length; at += 1) {
    let block = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    mixed ^= Math.imul(block, 0x1b873593);
    mixed = (mixed << 13) | (mixed >>> 19);
    mixed = (Math.imul(mixed, 5) + 0xe6546b64) | 0;
  }
  mixed ^= text.length;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
