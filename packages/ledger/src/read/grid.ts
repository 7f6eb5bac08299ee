/** Is a block of merged cells, zero-based and inclusive. */
export interface MergedRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** Is a place in a grid, zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Is one sheet as plain trimmed texts: numbers and dates have become text, ID numbers keep all their digits. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly MergedRange[];
  /** Cells that were longer than the limit and have been cut. */
  readonly cutCells: readonly CellPlace[];
}

/** Gives the text of a cell; places outside the sheet are empty. */
export const cellText = (grid: Grid, row: number, column: number): string => grid.rows[row]?.[column] ?? '';
