import type { MergedRange } from '../read/grid.ts';
import type { LedgerColumn } from './layout.ts';

/** Is the header of a ledger: its rows and the cells to merge, counted from the header's first row. */
export interface HeadingRows {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedRange[];
}

/** Lays out one heading row, or two when columns are grouped: a group spans its columns, the others span both rows. */
export const headingRowsOf = (columns: readonly LedgerColumn[]): HeadingRows => {
  const headings = columns.map((column) => column.heading);
  if (columns.every((column) => column.group === undefined)) return { rows: [headings], merges: [] };
  const upper = columns.map((column, at) =>
    column.group === undefined ? column.heading : column.group === columns[at - 1]?.group ? '' : column.group,
  );
  const lower = columns.map((column) => (column.group === undefined ? '' : column.heading));
  return { rows: [upper, lower], merges: [...tallHeadings(columns), ...wideGroups(columns)] };
};

const tallHeadings = (columns: readonly LedgerColumn[]): readonly MergedRange[] =>
  columns.flatMap((column, at) =>
    column.group === undefined ? [{ startRow: 0, startColumn: at, endRow: 1, endColumn: at }] : [],
  );

const wideGroups = (columns: readonly LedgerColumn[]): readonly MergedRange[] => {
  const merges: MergedRange[] = [];
  for (let start = 0; start < columns.length; ) {
    const group = columns[start]?.group;
    let end = start;
    while (group !== undefined && columns[end + 1]?.group === group) end += 1;
    if (end > start) merges.push({ startRow: 0, startColumn: start, endRow: 0, endColumn: end });
    start = end + 1;
  }
  return merges;
};
