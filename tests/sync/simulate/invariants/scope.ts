import { allRows } from '@lianxin/testkit';
import { misplacedRow } from '../../placement.ts';
import type { Invariant } from '../invariant.ts';
import { isCheckpoint } from './granted-rows.ts';

/** Nobody is sent a bucket that is not theirs; what leaves a phone with a bucket takes no unsent work along; every row lies with what it belongs to. */
export const scope: Invariant = {
  name: 'I8 scope',
  watch: (play) => ({
    onExchange: ({ session, spoken, granted }) => {
      if (spoken.type !== 'pull') return null;
      const foreign = spoken.answer.buckets.find((page) => !granted.includes(page.bucket));
      return foreign === undefined ? null : `${session.userId} was sent ${foreign.bucket}`;
    },
    onCommit: (commit) => {
      const { before, after, cause } = commit;
      if (cause?.spoken.type !== 'pull') return null;
      if (isCheckpoint(commit)) {
        const kept = allRows(commit.phone.app().confirmed).find(
          (row) => !row.buckets.every((bucket) => cause.granted.includes(bucket)),
        );
        if (kept !== undefined) return `${kept.table} ${kept.id} of ${kept.buckets.join(' ')} is still here`;
      }
      const left = new Set(after.outbox.map((entry) => entry.id));
      const gone = before.outbox.find((entry) => entry.acknowledgedRev === null && !left.has(entry.id));
      return gone === undefined ? null : `a pull took the unsent ${gone.name} ${gone.id} away`;
    },
    atEnd: () => misplacedRow(play.world.server.space()),
  }),
};
