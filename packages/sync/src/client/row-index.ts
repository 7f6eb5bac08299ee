import { type RecordName, recordNames, referenceFields, specOf } from '@lianxin/domain';
import type { Bucket } from '@lianxin/protocol';
import { addRow, type Digest, digestChanges, emptyDigest, type RowQuery, type StoredRow } from '../merge/index.ts';

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

const indexedFields: ReadonlyMap<RecordName, ReadonlySet<string>> = new Map(
  recordNames.map((name) => [name, new Set(referenceFields(specOf(name)))]),
);

/** Creates an empty set of rows. What a field points to and what a bucket adds up to is counted at the first question, so that opening a large register waits for neither. */
export const createRowIndex = (): RowIndex => {
  const tables = new Map<RecordName, Table>(recordNames.map((name) => [name, { rows: new Map(), byField: new Map() }]));
  const digests = new Map<Bucket, Digest>();
  const tableOf = (name: RecordName): Table => tables.get(name) ?? { rows: new Map(), byField: new Map() };
  const inBucket = (bucket: Bucket): readonly StoredRow[] =>
    [...tables.values()].flatMap(({ rows }) => [...rows.values()].filter((row) => row.buckets.includes(bucket)));
  const count = (before: StoredRow | undefined, after: StoredRow | undefined): void => {
    if (digests.size === 0) return;
    for (const { bucket, change } of digestChanges(before, after)) {
      const digest = digests.get(bucket);
      if (digest !== undefined) digests.set(bucket, change(digest));
    }
  };
  return {
    row: (table, id) => tableOf(table).rows.get(id),
    all: (table) => [...tableOf(table).rows.values()],
    rowsBy: (table, field, value) => {
      if (indexedFields.get(table)?.has(field) !== true) return [];
      const ids = linksOf(tableOf(table), field).get(value);
      return ids === undefined ? [] : [...ids].flatMap((id) => tableOf(table).rows.get(id) ?? []);
    },
    inBucket,
    digest: (bucket) => {
      const known = digests.get(bucket);
      if (known !== undefined) return known;
      const digest = inBucket(bucket).reduce((sum, row) => (row.deleted ? sum : addRow(sum, row)), emptyDigest);
      digests.set(bucket, digest);
      return digest;
    },
    put: (row) => {
      const table = tableOf(row.table);
      const old = table.rows.get(row.id);
      count(old, row);
      table.rows.set(row.id, row);
      for (const [field, links] of table.byField) {
        if (old !== undefined) unlink(links, old, field);
        link(links, row, field);
      }
    },
    remove: (name, id) => {
      const table = tableOf(name);
      const old = table.rows.get(id);
      if (old === undefined) return;
      count(old, undefined);
      for (const [field, links] of table.byField) unlink(links, old, field);
      table.rows.delete(id);
    },
    clear: () => {
      for (const { rows, byField } of tables.values()) {
        rows.clear();
        byField.clear();
      }
      digests.clear();
    },
  };
};

/** Maps what a field points to to the ids of the rows that do. */
type Links = Map<string, Set<string>>;

interface Table {
  readonly rows: Map<string, StoredRow>;
  readonly byField: Map<string, Links>;
}

const linksOf = ({ rows, byField }: Table, field: string): Links => {
  const known = byField.get(field);
  if (known !== undefined) return known;
  const links: Links = new Map();
  for (const row of rows.values()) link(links, row, field);
  byField.set(field, links);
  return links;
};

const link = (links: Links, row: StoredRow, field: string): void => {
  const value = row.fields[field];
  if (typeof value !== 'string') return;
  const ids = links.get(value);
  if (ids === undefined) links.set(value, new Set([row.id]));
  else ids.add(row.id);
};

const unlink = (links: Links, row: StoredRow, field: string): void => {
  const value = row.fields[field];
  if (typeof value === 'string') links.get(value)?.delete(row.id);
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
