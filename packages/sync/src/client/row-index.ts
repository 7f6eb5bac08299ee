import { type RecordName, recordNames, referenceFields, specOf } from '@lianxin/domain';
import type { Bucket } from '@lianxin/protocol';
import { type Digest, digestChanges, emptyDigest, type RowQuery, type StoredRow } from '../merge/index.ts';

/** Looks rows up in memory: by id, by what they point to, by bucket. */
export interface RowView {
  readonly row: (table: RecordName, id: string) => StoredRow | undefined;
  readonly rowsBy: (table: RecordName, field: string, value: string) => readonly StoredRow[];
  readonly all: (table: RecordName) => readonly StoredRow[];
  readonly inBucket: (bucket: Bucket) => readonly StoredRow[];
  /** The sum over the bucket's rows as they lie here; never taken from the server's word. */
  readonly digest: (bucket: Bucket) => Digest;
}

/** Is a set of rows in memory with an index per reference field. */
export interface RowIndex extends RowView {
  readonly put: (row: StoredRow) => void;
  readonly remove: (table: RecordName, id: string) => void;
  readonly clear: () => void;
}

const indexedFields: ReadonlyMap<RecordName, readonly string[]> = new Map(
  recordNames.map((name) => [name, referenceFields(specOf(name))]),
);

/** Creates an empty set of rows. */
export const createRowIndex = (): RowIndex => {
  const tables = new Map<RecordName, Map<string, StoredRow>>(recordNames.map((name) => [name, new Map()]));
  const references = new Map<string, Set<string>>();
  const digests = new Map<Bucket, Digest>();
  const count = (before: StoredRow | undefined, after: StoredRow | undefined): void => {
    for (const { bucket, change } of digestChanges(before, after))
      digests.set(bucket, change(digests.get(bucket) ?? emptyDigest));
  };
  const tableOf = (table: RecordName): Map<string, StoredRow> => tables.get(table) ?? new Map();
  const keysOf = (row: StoredRow): readonly string[] =>
    (indexedFields.get(row.table) ?? []).flatMap((field) => {
      const value = row.fields[field];
      return typeof value === 'string' ? [`${row.table}.${field}=${value}`] : [];
    });
  const unlink = (row: StoredRow): void => {
    for (const key of keysOf(row)) references.get(key)?.delete(row.id);
  };
  const link = (row: StoredRow): void => {
    for (const key of keysOf(row)) {
      const ids = references.get(key);
      if (ids === undefined) references.set(key, new Set([row.id]));
      else ids.add(row.id);
    }
  };
  return {
    row: (table, id) => tableOf(table).get(id),
    all: (table) => [...tableOf(table).values()],
    rowsBy: (table, field, value) =>
      [...(references.get(`${table}.${field}=${value}`) ?? [])].flatMap((id) => tableOf(table).get(id) ?? []),
    inBucket: (bucket) =>
      [...tables.values()].flatMap((rows) => [...rows.values()].filter((row) => row.buckets.includes(bucket))),
    digest: (bucket) => digests.get(bucket) ?? emptyDigest,
    put: (row) => {
      const old = tableOf(row.table).get(row.id);
      count(old, row);
      if (old !== undefined) unlink(old);
      tableOf(row.table).set(row.id, row);
      link(row);
    },
    remove: (table, id) => {
      const old = tableOf(table).get(id);
      count(old, undefined);
      if (old !== undefined) unlink(old);
      tableOf(table).delete(id);
    },
    clear: () => {
      for (const rows of tables.values()) rows.clear();
      references.clear();
      digests.clear();
    },
  };
};

/** Shows pending rows over confirmed ones; a pending deletion hides the confirmed row. */
export const overlayView = (base: RowView, pending: RowView): RowView => ({
  row: (table, id) => visible(pending.row(table, id) ?? base.row(table, id)),
  rowsBy: (table, field, value) => {
    const below = base.rowsBy(table, field, value).filter((row) => pending.row(table, row.id) === undefined);
    return [...below, ...pending.rowsBy(table, field, value).filter((row) => !row.deleted)];
  },
  all: (table) => {
    const above = pending.all(table);
    if (above.length === 0) return base.all(table);
    const below = base.all(table).filter((row) => pending.row(table, row.id) === undefined);
    return [...below, ...above.filter((row) => !row.deleted)];
  },
  inBucket: (bucket) => base.inBucket(bucket),
  digest: (bucket) => base.digest(bucket),
});

/** Answers a rule's question from a view. */
export const answerFrom =
  (view: RowView) =>
  (query: RowQuery): readonly StoredRow[] => {
    if (query.type === 'rowsBy') return view.rowsBy(query.table, query.field, query.value);
    const row = view.row(query.table, query.id);
    return row === undefined ? [] : [row];
  };

const visible = (row: StoredRow | undefined): StoredRow | undefined => (row?.deleted ? undefined : row);
