import { maxPushMutations } from '@lianxin/protocol';
import type { PhoneCommit } from '@lianxin/testkit';
import type { Complaint, Invariant } from '../invariant.ts';

/** Messages keep to their limits, numbers in the outbox have no hole, and nothing is kept longer than until a backup holds it. */
export const bounds: Invariant = {
  name: 'I12 bounds',
  watch: (play) => ({
    onExchange: ({ spoken }) => {
      if (spoken.type === 'push')
        return spoken.request.mutations.length > maxPushMutations ? 'a push carries too much' : null;
      if (spoken.type === 'segments') return null;
      const rows = spoken.answer.buckets.flatMap((page) => page.rows.map((row) => row.rev));
      // A rev is never split, so a page may be longer than the limit only when it is a single rev.
      const isTooLong = rows.length > play.config.pageRows && new Set(rows).size > 1;
      return isTooLong ? `a page carries ${rows.length} rows` : null;
    },
    onCommit: (commit) => holeInOutbox(commit) ?? keptTooLong(commit),
  }),
};

const holeInOutbox = ({ after: { outbox, meta } }: PhoneCommit): Complaint => {
  const waiting = outbox.filter((entry) => entry.acknowledgedRev === null);
  const isWhole = waiting.every((entry, index) => entry.n === meta.nextN - waiting.length + index);
  return isWhole ? null : `the outbox has a hole: ${waiting.map((entry) => entry.n).join(' ')} before ${meta.nextN}`;
};

const keptTooLong = ({ after: { kept, meta } }: PhoneCommit): Complaint => {
  const one = kept.find((entry) => entry.rev <= meta.safe);
  return one === undefined ? null : `mutation ${one.id} is kept although a backup has it`;
};
