import {
  assert,
  type FieldMap,
  type FieldSpec,
  type Json,
  type RecordName,
  recordNames,
  specOf,
} from '@lianxin/domain';
import type { CellMark, RowQuery, StoredRow } from '@lianxin/sync/merge';
import type Database from 'better-sqlite3';
import { columnName, tableNames } from './schema/record-table.ts';

/** Is a value as SQLite gives and takes it. */
export type SqlValue = string | number | null;

/** Is a row as SQLite gives it. */
export type SqlRow = Record<string, SqlValue>;

/** Reads and writes the rows of every record type on one connection. */
export interface RecordRows {
  readonly read: (communityId: string, table: RecordName, id: string) => StoredRow | undefined;
  readonly answer: (communityId: string, query: RowQuery) => readonly StoredRow[];
  readonly write: (communityId: string, row: StoredRow) => void;
  /** Reads all rows of a type that are not deleted, in order of id. */
  readonly all: (communityId: string, table: RecordName) => IterableIterator<StoredRow>;
}

/** Rows are read as plain lists of values: naming each value anew for every row takes longer than reading it. */
type ReadStatement = Database.Statement<SqlValue[], SqlValue[]>;

interface Statements {
  readonly fields: readonly (readonly [field: string, spec: FieldSpec])[];
  readonly byId: ReadStatement;
  readonly all: ReadStatement;
  readonly write: Database.Statement<SqlValue[]>;
  readonly byField: Map<string, ReadStatement>;
}

/** The columns that every record table begins with; its fields follow. */
const rowColumns = ['community_id', 'id', 'rev', 'buckets', 'deleted', 'marks'];

/** Prepares the statements of every record table. */
export const createRecordRows = (db: Database.Database): RecordRows => {
  const prepared = new Map(recordNames.map((name) => [name, prepareStatements(db, name)]));
  const statementsOf = (name: RecordName): Statements => {
    const found = prepared.get(name);
    assert(found !== undefined, `no statements for ${name}`);
    return found;
  };
  const read = (communityId: string, table: RecordName, id: string): StoredRow | undefined => {
    const { byId, fields } = statementsOf(table);
    const row = byId.get(communityId, id);
    return row === undefined ? undefined : toStoredRow(table, fields, row);
  };
  return {
    read,
    answer: (communityId, query) => {
      if (query.type === 'rowsBy') {
        const { byField, fields } = statementsOf(query.table);
        const statement = byField.get(query.field);
        assert(statement !== undefined, `${query.table} cannot be read by ${query.field}`);
        return statement.all(communityId, query.value).map((row) => toStoredRow(query.table, fields, row));
      }
      const row = read(communityId, query.table, query.id);
      return row === undefined ? [] : [row];
    },
    write: (communityId, row) => {
      const { write, fields } = statementsOf(row.table);
      write.run(...toSqlValues(communityId, row, fields));
    },
    all: function* (communityId, table) {
      const { all, fields } = statementsOf(table);
      for (const row of all.iterate(communityId)) yield toStoredRow(table, fields, row);
    },
  };
};

const prepareStatements = (db: Database.Database, name: RecordName): Statements => {
  const table = tableNames[name];
  const fields = Object.entries(specOf(name).fields);
  const columns = [...rowColumns, ...fields.map(([field]) => columnName(field))];
  const quoted = columns.map((column) => `"${column}"`);
  const changes = quoted.slice(2).map((column) => `${column} = excluded.${column}`);
  const references = fields.filter(([, spec]) => spec.refersTo !== undefined).map(([field]) => field);
  const select = (where: string): ReadStatement =>
    db
      .prepare<SqlValue[], SqlValue[]>(`SELECT ${quoted.join(', ')} FROM ${table} WHERE community_id = ? AND ${where}`)
      .raw();
  return {
    fields,
    byId: select('id = ?'),
    all: select('deleted = 0 ORDER BY id'),
    write: db.prepare(
      `INSERT INTO ${table} (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')}) ON CONFLICT (community_id, id) DO UPDATE SET ${changes.join(', ')}`,
    ),
    byField: new Map(references.map((field) => [field, select(`"${columnName(field)}" = ? ORDER BY id`)])),
  };
};

const toStoredRow = (table: RecordName, declared: Statements['fields'], row: readonly SqlValue[]): StoredRow => {
  const [, id, rev, buckets, deleted, marks] = row;
  const fields: Record<string, Json> = {};
  for (const [at, [field, spec]] of declared.entries())
    fields[field] = fromSql(spec, row[rowColumns.length + at] ?? null);
  return {
    table,
    id: String(id),
    rev: Number(rev),
    buckets: buckets === '' ? [] : String(buckets).split(' '),
    deleted: deleted === 1,
    fields,
    marks: parseMarks(String(marks)),
  };
};

const toSqlValues = (communityId: string, row: StoredRow, fields: Statements['fields']): SqlValue[] => [
  communityId,
  row.id,
  row.rev,
  row.buckets.join(' '),
  row.deleted ? 1 : 0,
  JSON.stringify(row.marks),
  ...fields.map(([field, spec]) => toSql(spec, row.fields, field)),
];

const toSql = (spec: FieldSpec, fields: FieldMap, field: string): SqlValue => {
  const value = fields[field] ?? null;
  if (value === null) return null;
  if (spec.column === 'json') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  assert(typeof value === 'string' || typeof value === 'number', `${field} does not fit its column`);
  return value;
};

const fromSql = (spec: FieldSpec, value: SqlValue): Json => {
  if (value === null) return null;
  if (spec.column === 'boolean') return value === 1;
  return spec.column === 'json' ? JSON.parse(String(value)) : value;
};

const parseMarks = (text: string): Readonly<Record<string, CellMark>> => JSON.parse(text);
