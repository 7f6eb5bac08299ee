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

interface Statements {
  readonly byId: Database.Statement<SqlValue[], SqlRow>;
  readonly all: Database.Statement<SqlValue[], SqlRow>;
  readonly write: Database.Statement<SqlValue[]>;
  readonly byField: Map<string, Database.Statement<SqlValue[], SqlRow>>;
}

/** Prepares the statements of every record table. */
export const createRecordRows = (db: Database.Database): RecordRows => {
  const prepared = new Map(recordNames.map((name) => [name, prepareStatements(db, name)]));
  const statementsOf = (name: RecordName): Statements => {
    const found = prepared.get(name);
    assert(found !== undefined, `no statements for ${name}`);
    return found;
  };
  const read = (communityId: string, table: RecordName, id: string): StoredRow | undefined => {
    const row = statementsOf(table).byId.get(communityId, id);
    return row === undefined ? undefined : toStoredRow(table, row);
  };
  return {
    read,
    answer: (communityId, query) => {
      if (query.type === 'rowsBy') {
        const statement = statementsOf(query.table).byField.get(query.field);
        assert(statement !== undefined, `${query.table} cannot be read by ${query.field}`);
        return statement.all(communityId, query.value).map((row) => toStoredRow(query.table, row));
      }
      const row = read(communityId, query.table, query.id);
      return row === undefined ? [] : [row];
    },
    write: (communityId, row) => {
      statementsOf(row.table).write.run(...toSqlValues(communityId, row));
    },
    all: function* (communityId, table) {
      for (const row of statementsOf(table).all.iterate(communityId)) yield toStoredRow(table, row);
    },
  };
};

const prepareStatements = (db: Database.Database, name: RecordName): Statements => {
  const table = tableNames[name];
  const fields = Object.entries(specOf(name).fields);
  const columns = [
    'community_id',
    'id',
    'rev',
    'buckets',
    'deleted',
    'marks',
    ...fields.map(([field]) => columnName(field)),
  ];
  const quoted = columns.map((column) => `"${column}"`);
  const changes = quoted.slice(2).map((column) => `${column} = excluded.${column}`);
  const references = fields.filter(([, spec]) => spec.refersTo !== undefined).map(([field]) => field);
  return {
    byId: db.prepare(`SELECT * FROM ${table} WHERE community_id = ? AND id = ?`),
    all: db.prepare(`SELECT * FROM ${table} WHERE community_id = ? AND deleted = 0 ORDER BY id`),
    write: db.prepare(
      `INSERT INTO ${table} (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')}) ON CONFLICT (community_id, id) DO UPDATE SET ${changes.join(', ')}`,
    ),
    byField: new Map(
      references.map((field) => [
        field,
        db.prepare(`SELECT * FROM ${table} WHERE community_id = ? AND "${columnName(field)}" = ? ORDER BY id`),
      ]),
    ),
  };
};

const toStoredRow = (table: RecordName, row: SqlRow): StoredRow => {
  const fields: Record<string, Json> = {};
  for (const [field, spec] of Object.entries(specOf(table).fields))
    fields[field] = fromSql(spec, row[columnName(field)] ?? null);
  const buckets = String(row['buckets']);
  return {
    table,
    id: String(row['id']),
    rev: Number(row['rev']),
    buckets: buckets === '' ? [] : buckets.split(' '),
    deleted: row['deleted'] === 1,
    fields,
    marks: parseMarks(String(row['marks'])),
  };
};

const toSqlValues = (communityId: string, row: StoredRow): SqlValue[] => [
  communityId,
  row.id,
  row.rev,
  row.buckets.join(' '),
  row.deleted ? 1 : 0,
  JSON.stringify(row.marks),
  ...Object.entries(specOf(row.table).fields).map(([field, spec]) => toSql(spec, row.fields, field)),
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
