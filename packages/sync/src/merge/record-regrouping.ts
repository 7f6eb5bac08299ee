import type { Regrouping, RegroupingMove } from '@lianxin/domain';
import { uniteBuckets } from './buckets.ts';
import { createRow, isRefusal } from './create-row.ts';
import type { RegroupingDraft } from './regrouping-draft.ts';
import { type Decision, type MutationContext, type StoredRow, write } from './row.ts';

/** Is what a regrouping is called. */
export interface ToldRegrouping {
  readonly id: string;
  readonly kind: Regrouping['kind'];
  readonly fromId: string;
  readonly intoId: string;
}

/** Stores list rows as they like; what a phone shows at once and what the server says afterwards must be one list. */
const inOrder = (moves: readonly RegroupingMove[]): RegroupingMove[] =>
  [...moves].sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1));

/** Writes a regrouping with what it moved; it lies with both of whom it tells, and whoever does it must work with everything it moves. */
export const recordRegrouping = (
  context: MutationContext,
  { id, ...told }: ToldRegrouping,
  done: {
    readonly draft: RegroupingDraft;
    readonly rows: readonly StoredRow[];
    readonly ends: readonly StoredRow[];
  },
): Decision => {
  const { draft, rows } = done;
  const ends = done.ends.map((end) => rows.find((row) => row.id === end.id) ?? end);
  const made = createRow(
    context,
    { id, fields: { ...told } },
    {
      table: 'regrouping',
      buckets: uniteBuckets(...ends.map(({ buckets }) => buckets)),
      server: { moves: inOrder(draft.moves), doneAt: context.eventAt, doneByName: context.userName },
    },
  );
  return isRefusal(made) ? made : write([...rows, made], draft.subjects);
};
