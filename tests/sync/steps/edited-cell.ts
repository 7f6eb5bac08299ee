import type { RecordName } from '@lianxin/domain';
import { editsOf } from '@lianxin/testkit';

/** Is the cell that an edit writes into. */
export interface EditedCell {
  readonly table: RecordName;
  readonly id: string;
  readonly field: string;
  readonly to: unknown;
}

/** Tells the cell that was typed into; null for everything but an edit. */
export const editedCell = (mutation: { readonly name: string; readonly args: unknown }): EditedCell | null => {
  const args = editsOf(mutation);
  // A whole row may be written; what was typed then is the only value that nobody has used before.
  const edit = args?.edits.find(({ to }) => typeof to === 'string' && to.startsWith('值')) ?? args?.edits[0];
  return args === null || edit === undefined
    ? null
    : { table: args.table, id: args.id, field: edit.field, to: edit.to };
};
