import type { Bucket } from '@lianxin/protocol';
import { hasPending, type RowView } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { allRows, type PhoneCommit, type Space } from '@lianxin/testkit';

/** Lists what somebody should hold of what the server holds, by table and id: the rows that lie in a granted bucket. */
export const rowsGranted = (space: Readonly<Space>, granted: readonly Bucket[]): ReadonlyMap<string, StoredRow> => {
  const mine = new Set(granted);
  const rows = new Map<string, StoredRow>();
  for (const [key, row] of space.rows) {
    if (!row.deleted && row.buckets.some((bucket) => mine.has(bucket))) rows.set(key, row);
  }
  return rows;
};

/** Compares the rows of a phone with what it should hold, by rev and bucket; null when they are the same. */
export const rowsDiffer = (
  rows: RowView,
  expected: ReadonlyMap<string, StoredRow>,
  granted: readonly Bucket[],
): string | null => {
  const held = allRows(rows);
  for (const row of held) {
    const wanted = expected.get(`${row.table}/${row.id}`);
    if (wanted === undefined) return `${row.table} ${row.id} should not be here`;
    if (wanted.rev !== row.rev) return `${row.table} ${row.id} is of rev ${row.rev}, not ${wanted.rev}`;
    const buckets = wanted.buckets.filter((bucket) => granted.includes(bucket));
    if (buckets.length !== row.buckets.length || !buckets.every((bucket) => row.buckets.includes(bucket)))
      return `${row.table} ${row.id} lies in ${row.buckets.join(' ')}, not in ${buckets.join(' ')}`;
  }
  if (held.length === expected.size) return null;
  const here = new Set(held.map((row) => `${row.table}/${row.id}`));
  return `${[...expected.keys()].find((key) => !here.has(key))} is missing`;
};

/** Says whether a phone counts itself complete with this commit. */
export const isCheckpoint = ({ cause, after, died }: PhoneCommit): boolean =>
  !died &&
  cause?.spoken.type === 'pull' &&
  cause.spoken.answer.checkpoint &&
  after.meta.checkpoint === cause.spoken.answer.top &&
  after.meta.repaired.length === 0 &&
  !hasPending(after.meta.segments);
