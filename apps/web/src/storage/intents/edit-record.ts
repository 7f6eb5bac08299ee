import type { FieldMap } from '@lianxin/domain';
import { isMutationName, type MutationArguments, mutationArguments } from '@lianxin/protocol';
import type { Intent, OutboxEntry, RowView } from '@lianxin/sync/client';
import type { FormValues } from '../../ui/described-field.ts';
import { touchedRecords } from '../reading/record-tick.ts';

/** The records that may be edited field by field. */
export type EditableTable = MutationArguments['record.edit']['table'];

/** A record as it stands on screen. */
export interface EditTarget {
  readonly table: EditableTable;
  readonly id: string;
  /** The rev that was on screen when the person decided. */
  readonly rev: number;
}

/** What is on screen besides confirmed rows: the person's own saved work that has not come back yet. */
export interface PendingWork {
  readonly outbox: readonly OutboxEntry[];
  readonly view: RowView;
}

const editsField = (entry: OutboxEntry, target: EditTarget, field: string): boolean => {
  const parsed = mutationArguments['record.edit'][1].safeParse(entry.args);
  if (!parsed.success) return false;
  const { table, id, edits } = parsed.data;
  return table === target.table && id === target.id && edits.some((edit) => edit.field === field);
};

/** A decision for the other version writes that version into the record, under the decision's own id. */
const decidesField = (
  entry: OutboxEntry,
  target: EditTarget,
  work: { readonly view: RowView; readonly field: string },
) => {
  const parsed = mutationArguments['conflict.decide'][1].safeParse(entry.args);
  if (!parsed.success || parsed.data.state !== 'changed') return false;
  const conflict = work.view.row('conflict', parsed.data.conflictId)?.fields;
  return conflict?.table === target.table && conflict.rowId === target.id && conflict.field === work.field;
};

const wroteField = (
  entry: OutboxEntry,
  target: EditTarget,
  work: { readonly view: RowView; readonly field: string },
) => {
  if (!isMutationName(entry.name)) return false;
  if (entry.name === 'record.edit') return editsField(entry, target, work.field);
  if (entry.name === 'conflict.decide') return decidesField(entry, target, work);
  // A record that no server has confirmed was made by a pending mutation of this phone.
  return target.rev === 0 && touchedRecords(entry.args).includes(target.id);
};

/** Finds the pending mutation of the author whose value of a field is on screen: the last that wrote it. */
const ownPendingWrite = (target: EditTarget, field: string, { outbox, view }: PendingWork): string | null => {
  const writes = outbox.filter((entry) => wroteField(entry, target, { view, field }));
  return writes.at(-1)?.id ?? null;
};

/** Turns changed values into an intent; each field says what its author had seen. Null when nothing changed. */
export const editRecord = (target: EditTarget, changes: FormValues | FieldMap, work: PendingWork): Intent | null => {
  const edits = Object.entries(changes).map(([field, to]) => ({
    field,
    to,
    on: ownPendingWrite(target, field, work),
    seen: target.rev,
  }));
  if (edits.length === 0) return null;
  return { name: 'record.edit', args: { table: target.table, id: target.id, edits } };
};
