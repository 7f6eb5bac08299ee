import type { Regrouping } from '@lianxin/domain';
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
      server: { moves: draft.moves, doneAt: context.eventAt, doneByName: context.userName },
    },
  );
  return isRefusal(made) ? made : write([...rows, made], draft.subjects);
};
