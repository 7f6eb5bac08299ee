import type { RecordName, RecordOf, recordTypes } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';

/** A record of each type as pages read it: its values, its id and the rev that was on screen. */
export type RecordsByName = {
  readonly [N in RecordName]: RecordOf<(typeof recordTypes)[N]> & { readonly rev: number };
};

/** Rows are replaced, never changed, so a record read once is good as long as its row lives. */
const readings = new WeakMap<StoredRow, object>();

/** Reads a row as the record it declares. Rows passed the declaration's own schema when they were written. */
export const toRecord = <N extends RecordName>(row: StoredRow & { readonly table: N }): RecordsByName[N] => {
  const known = readings.get(row) ?? { ...row.fields, id: row.id, rev: row.rev };
  readings.set(row, known);
  return known as RecordsByName[N];
};

const isOf = <N extends RecordName>(table: N, row: StoredRow): row is StoredRow & { readonly table: N } =>
  row.table === table;

const toRecords = <N extends RecordName>(table: N, rows: readonly StoredRow[]): readonly RecordsByName[N][] =>
  rows.flatMap((row) => (isOf(table, row) ? [toRecord(row)] : []));

/** Reads one record by id; undefined when this phone does not hold it. */
export const readRecord = <N extends RecordName>(view: RowView, table: N, id: string): RecordsByName[N] | undefined => {
  const row = view.row(table, id);
  return row !== undefined && isOf(table, row) ? toRecord(row) : undefined;
};

/** Where records are looked up: the field that points to a record, and that record's id. */
export type Pointing = { readonly field: string; readonly to: string };

/** Reads the records that point to another. */
export const readRecordsBy = <N extends RecordName>(
  view: RowView,
  table: N,
  { field, to }: Pointing,
): readonly RecordsByName[N][] => toRecords(table, view.rowsBy(table, field, to));

/** Reads all records of a type. */
export const readAllRecords = <N extends RecordName>(view: RowView, table: N): readonly RecordsByName[N][] =>
  toRecords(table, view.all(table));
