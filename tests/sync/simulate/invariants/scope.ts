import type { SegmentsAnswer } from '@lianxin/protocol';
import { allRows, type Exchange } from '@lianxin/testkit';
import { misplacedRow } from '../../placement.ts';
import type { Complaint, Invariant } from '../invariant.ts';
import { isCheckpoint } from './granted-rows.ts';

/** Nobody is sent a bucket that is not theirs; what leaves a phone with a bucket takes no unsent work along; every row lies with what it belongs to. */
export const scope: Invariant = {
  name: 'I8 scope',
  watch: (play) => ({
    onExchange: ({ session, spoken, granted, space }) => {
      if (spoken.type === 'segments') return foreignSegment(spoken.answer, { granted, space });
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

/** A segment lies in a bucket of whoever is sent it, and everything in it lies there still. */
const foreignSegment = (
  { found }: SegmentsAnswer,
  { granted, space }: Pick<Exchange, 'granted' | 'space'>,
): Complaint => {
  for (const { segment } of found) {
    if (!granted.includes(segment.bucket)) return `a segment of ${segment.bucket} was sent`;
    const gone = segment.ids.find((id) => {
      const row = space.rows.get(`${segment.table}/${id}`);
      return row === undefined || row.deleted || !row.buckets.includes(segment.bucket);
    });
    if (gone !== undefined)
      return `${segment.table} ${gone} was sent in a segment of ${segment.bucket}, which it has left`;
  }
  return null;
};
