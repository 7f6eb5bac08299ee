import { addRow, digestText, emptyDigest } from '@lianxin/sync/merge';
import type { Space } from '@lianxin/testkit';
import type { Invariant } from '../invariant.ts';

/** The digests that a server tells are the sums over the rows it stores; a phone has to repair a bucket only when its storage lost something. */
export const digestHonesty: Invariant = {
  name: 'I11 digest honesty',
  watch: (play) => ({
    onExchange: ({ spoken, space }) => {
      if (spoken.type !== 'pull') return null;
      const wrong = spoken.answer.buckets.find(
        ({ bucket, digest }) => digest !== null && digest !== recomputed(space, bucket),
      );
      return wrong === undefined ? null : `the digest of ${wrong.bucket} is not the sum of its rows`;
    },
    onCommit: ({ phone, after }) =>
      after.meta.repaired.length === 0 || play.corrupted.has(phone)
        ? null
        : `${after.meta.repaired.join(' ')} had to be repaired although nothing broke`,
  }),
};

const sums = new WeakMap<Readonly<Space>, Map<string, string>>();

/** A server's state is never changed in place, so that its sums are counted once. */
const recomputed = (space: Readonly<Space>, bucket: string): string => {
  const known = sums.get(space) ?? new Map<string, string>();
  sums.set(space, known);
  const sum = known.get(bucket) ?? count(space, bucket);
  known.set(bucket, sum);
  return sum;
};

const count = ({ rows }: Readonly<Space>, bucket: string): string => {
  let digest = emptyDigest;
  for (const row of rows.values()) if (!row.deleted && row.buckets.includes(bucket)) digest = addRow(digest, row);
  return digestText(digest);
};
