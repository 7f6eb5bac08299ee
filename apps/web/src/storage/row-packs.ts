import { type Columns, fromColumns, toColumns } from '@lianxin/protocol';
import type { StoredRow } from '@lianxin/sync/merge';

/** Is rows of one kind and one place, column by column. */
interface RowGroup {
  readonly table: StoredRow['table'];
  readonly buckets: StoredRow['buckets'];
  readonly deleted: boolean;
  readonly ids: readonly string[];
  readonly revs: readonly number[];
  readonly columns: Columns;
  /** Confirmed rows have none. */
  readonly marks?: readonly StoredRow['marks'][];
}

/** Is what one pack holds. */
export type RowPack = readonly RowGroup[];

/** The most rows of one pack: enough that a register is a few dozen of them, few enough that one is rewritten between two taps. */
const mostRows = 500;

/** Lays rows together as they are sealed: rows of the same buckets side by side, so that a lost grid takes whole packs along. */
export const toPacks = (rows: readonly StoredRow[]): readonly (readonly StoredRow[])[] => {
  const places = groupBy(rows, ({ buckets }) => buckets.join(' '));
  return places.flatMap((together) => {
    const packs: (readonly StoredRow[])[] = [];
    for (let from = 0; from < together.length; from += mostRows) packs.push(together.slice(from, from + mostRows));
    return packs;
  });
};

/** Packs rows; nothing of them is lost. */
export const packRows = (rows: readonly StoredRow[]): RowPack => groupBy(rows, shapeOf).flatMap(packGroup);

/** Lists the rows of a pack. */
export const unpackRows = (pack: RowPack): readonly StoredRow[] =>
  pack.flatMap(({ table, buckets, deleted, ids, revs, columns, marks }) => {
    const fields = fromColumns(columns, ids.length);
    return ids.map((id, at) => ({
      ...{ table, id, rev: revs[at] ?? 0, buckets, deleted },
      ...{ fields: fields[at] ?? {}, marks: marks?.[at] ?? {} },
    }));
  });

const shapeOf = ({ table, buckets, deleted, fields }: StoredRow): string =>
  [table, buckets.join(' '), deleted, ...Object.keys(fields)].join('\n');

const packGroup = (rows: readonly StoredRow[]): readonly RowGroup[] => {
  const [first] = rows;
  if (first === undefined) return [];
  const { table, buckets, deleted } = first;
  const isMarked = rows.some(({ marks }) => Object.keys(marks).length > 0);
  return [
    {
      ...{ table, buckets, deleted, ids: rows.map(({ id }) => id), revs: rows.map(({ rev }) => rev) },
      columns: toColumns(rows.map(({ fields }) => fields)),
      ...(isMarked ? { marks: rows.map(({ marks }) => marks) } : {}),
    },
  ];
};

const groupBy = (rows: readonly StoredRow[], keyOf: (row: StoredRow) => string): readonly (readonly StoredRow[])[] => {
  const groups = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
};

/** Reads what a codec has opened; it was packed by this app, and sealed for this very place. */
export const readPack = (opened: unknown): RowPack => opened as RowPack;
