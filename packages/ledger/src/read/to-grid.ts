import { cellToText, type RawCell } from './cell-to-text.ts';
import type { CellPlace, Grid, MergedRange } from './grid.ts';
import type { ReadLimits } from './read-limits.ts';

/** Is a sheet as the workbook library hands it over. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: readonly MergedRange[];
}

/** Turns a raw sheet into trimmed texts, cuts cells that are too long and drops empty columns and rows at the end. */
export const toGrid = (sheet: RawSheet, limits: ReadLimits): Grid => {
  const cutCells: CellPlace[] = [];
  const rows = sheet.rows.slice(0, limits.rows).map((cells, row) =>
    withoutEmptyEnd(
      cells.slice(0, limits.columns).map((cell, column) => {
        const text = cellToText(cell);
        if (text.length <= limits.cellCharacters) return text;
        cutCells.push({ row, column });
        return cutText(text, limits.cellCharacters);
      }),
      (text) => text === '',
    ),
  );
  const kept = withoutEmptyEnd(rows, (row) => row.length === 0);
  const merges = sheet.merges.filter((range) => range.startRow < kept.length && range.startColumn < limits.columns);
  return { name: sheet.name.trim(), rows: kept, merges: merges.map((range) => clip(range, kept.length)), cutCells };
};

const withoutEmptyEnd = <T>(items: readonly T[], isEmpty: (item: T) => boolean): readonly T[] => {
  let end = items.length;
  for (let last = items[end - 1]; last !== undefined && isEmpty(last); last = items[end - 1]) end -= 1;
  return items.slice(0, end);
};

/** A surrogate pair must not be cut in half. */
const cutText = (text: string, max: number): string => {
  const end = /[\ud800-\udbff]/.test(text[max - 1] ?? '') ? max - 1 : max;
  return text.slice(0, end);
};

const clip = (range: MergedRange, rowCount: number): MergedRange => ({
  ...range,
  endRow: Math.min(range.endRow, rowCount - 1),
});
