import type { Grid } from '../read/grid.ts';
import { cellText } from '../read/grid.ts';

/** Is a cell as it counts for a row: its text and whether it was written in this very row or comes from a merged block above. */
export interface ReadCell {
  readonly text: string;
  readonly isOwn: boolean;
}

/** A hostile sheet may merge the same huge area again and again; honest ledgers merge far fewer cells than they have. */
const maxMergedCells = 2_000_000;

/** Reads a cell of a sheet. */
export type CellReader = (row: number, column: number) => ReadCell;

/** Makes the reader that lets a merged cell speak for all the rows it covers. */
export const createCellReader = (grid: Grid): CellReader => {
  const originRows = new Map<number, Int32Array>();
  let budget = maxMergedCells;
  for (const range of grid.merges) {
    budget -= (range.endRow - range.startRow + 1) * (range.endColumn - range.startColumn + 1);
    if (budget < 0) break;
    for (let column = range.startColumn; column <= range.endColumn; column += 1) {
      const rows = originRows.get(column) ?? new Int32Array(grid.rows.length).fill(-1);
      rows.fill(range.startRow, range.startRow, range.endRow + 1);
      originRows.set(column, rows);
    }
  }
  return (row, column) => {
    const origin = originRows.get(column)?.[row] ?? -1;
    if (origin === -1 || origin === row) return { text: cellText(grid, row, column), isOwn: true };
    return { text: cellText(grid, origin, column), isOwn: false };
  };
};
