import { isCodeOf, tagKind } from '@lianxin/domain';
import type { Grid } from '../read/grid.ts';
import { findHeader, type RecognisedColumn, titleLinesOf } from './find-header.ts';
import type { HeaderBlock } from './headings.ts';
import { type ColumnTarget, isLedgerField } from './ledger-field.ts';
import { type SheetContext, sheetContextOf } from './sheet-context.ts';

/** Is what a person has said about the columns of one shape of ledger; plain data, remembered per community. */
export interface RememberedMapping {
  readonly signature: string;
  /** One target per column, in the order of the columns. */
  readonly targets: readonly string[];
}

/** Is one sheet that was recognised as a ledger. */
export interface RecognisedSheet {
  readonly grid: Grid;
  readonly titleLines: readonly string[];
  readonly header: HeaderBlock;
  readonly columns: readonly RecognisedColumn[];
  readonly signature: string;
  readonly context: SheetContext;
}

/** Is what a workbook turned out to hold. */
export interface RecognisedWorkbook {
  readonly sheets: readonly RecognisedSheet[];
  /** Names of the sheets in which no header was found. */
  readonly otherSheets: readonly string[];
}

/** Finds the ledgers in a workbook. A remembered mapping wins over the guesses for every sheet with the same headings. */
export const recogniseSheets = (
  grids: readonly Grid[],
  remembered: readonly RememberedMapping[] = [],
): RecognisedWorkbook => {
  const sheets: RecognisedSheet[] = [];
  const otherSheets: string[] = [];
  for (const grid of grids) {
    const sheet = recogniseSheet(grid, remembered);
    if (sheet) sheets.push(sheet);
    else otherSheets.push(grid.name);
  }
  return { sheets, otherSheets };
};

const recogniseSheet = (grid: Grid, remembered: readonly RememberedMapping[]): RecognisedSheet | undefined => {
  const found = findHeader(grid);
  if (found === undefined) return undefined;
  const titleLines = titleLinesOf(grid, found.block);
  const signature = found.columns.map((column) => `${column.group}>${column.text}`).join('|');
  const mapping = remembered.find((candidate) => candidate.signature === signature);
  const columns = mapping ? applyMapping(found.columns, mapping) : found.columns;
  return { grid, titleLines, header: found.block, columns, signature, context: sheetContextOf(grid.name, titleLines) };
};

const applyMapping = (columns: readonly RecognisedColumn[], mapping: RememberedMapping): readonly RecognisedColumn[] =>
  columns.map((column, at) => {
    const target = mapping.targets[at];
    return target !== undefined && isColumnTarget(target) ? { ...column, target, confidence: 1 } : column;
  });

/** Says whether a text names something a column can go to, so that a mapping from outside can be checked. */
export const isColumnTarget = (text: string): text is ColumnTarget =>
  isLedgerField(text) || (text.startsWith('tag:') && isCodeOf(tagKind, text.slice(4)));
