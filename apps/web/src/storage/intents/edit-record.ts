import type { FieldMap } from '@lianxin/domain';
import type { MutationArguments } from '@lianxin/protocol';
import { editCell, type Intent, type RowView } from '@lianxin/sync/client';
import type { FormValues } from '../../ui/described-field.ts';

/** The records that may be edited field by field. */
export type EditableTable = MutationArguments['record.edit']['table'];

/** A record as it stands on screen. */
export interface EditTarget {
  readonly table: EditableTable;
  readonly id: string;
  /** The rev that was on screen when the person decided. */
  readonly rev: number;
}

/** Turns changed values into an intent; each field says what its author had seen. Null when nothing changed or the record is gone. */
export const editRecord = (target: EditTarget, changes: FormValues | FieldMap, view: RowView): Intent | null => {
  const shown = view.row(target.table, target.id);
  if (shown === undefined) return null;
  // A page that came in while the form was open has not been seen: the rev is the one the form was opened with.
  const edits = Object.entries(changes).map(([field, to]) => {
    const cell = editCell(shown, field, to);
    return { ...cell, seen: Math.min(cell.seen, target.rev) };
  });
  if (edits.length === 0) return null;
  return { name: 'record.edit', args: { table: target.table, id: target.id, edits } };
};
