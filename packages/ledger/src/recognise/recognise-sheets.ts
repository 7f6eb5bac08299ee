import { isCodeOf, tagKind } from '@lianxin/domain';
import type { Grid } from '../read/grid.ts';
import {
  type FoundHeader,
  findHeader,
  givenHeader,
  type RecognisedColumn,
  searchedRows,
  signatureOf,
  titleLinesOf,
} from './find-header.ts';
import type { HeaderBlock } from './headings.ts';
import { type ColumnTarget, isLedgerField } from './ledger-field.ts';
import { type SheetContext, sheetContextOf } from './sheet-context.ts';

/** Is what a person has said about the columns of one shape of ledger; plain data, remembered per community. */
export interface RememberedMapping {
  readonly signature: string;
  /** One target per column, in the order of the columns. */
  readonly targets: readonly string[];
  /** How many rows the header has, where somebody had to point at it. */
  readonly headerRows?: number;
}

/** Is where somebody says that the header of a sheet stands; rows are zero-based and inclusive. */
export interface GivenHeader extends HeaderBlock {
  readonly sheet: string;
}

/** Is one sheet that was recognised as a ledger. */
export interface RecognisedSheet {
  readonly grid: Grid;
  readonly titleLines: readonly string[];
  readonly header: HeaderBlock;
  readonly columns: readonly RecognisedColumn[];
  readonly signature: string;
  readonly context: SheetContext;
  /** True where the header was pointed at, now or for an earlier file. */
  readonly isHeaderGiven: boolean;
}

/** Is what a workbook turned out to hold. */
export interface RecognisedWorkbook {
  readonly sheets: readonly RecognisedSheet[];
  /** Names of the sheets in which no header was found. */
  readonly otherSheets: readonly string[];
  /** The beginnings of those sheets, in the same order, for somebody to point at the header. */
  readonly otherTops: readonly (readonly (readonly string[])[])[];
}

/** Is how many rows of a sheet are shown to somebody who points at its header. */
export const topRows = 8;

/**
 * Finds the ledgers in a workbook. A header that somebody points at wins over the one that would be found, a remembered mapping over the
 * guesses for every sheet with the same headings.
 */
export const recogniseSheets = (
  grids: readonly Grid[],
  remembered: readonly RememberedMapping[] = [],
  headers: readonly GivenHeader[] = [],
): RecognisedWorkbook => {
  const sheets: RecognisedSheet[] = [];
  const others: Grid[] = [];
  for (const grid of grids) {
    const header = headers.find((candidate) => candidate.sheet === grid.name);
    const sheet = recogniseSheet(grid, remembered, header);
    if (sheet) sheets.push(sheet);
    else others.push(grid);
  }
  return {
    sheets,
    otherSheets: others.map(({ name }) => name),
    otherTops: others.map(({ rows }) => rows.slice(0, topRows)),
  };
};

const recogniseSheet = (
  grid: Grid,
  remembered: readonly RememberedMapping[],
  header: GivenHeader | undefined,
): RecognisedSheet | undefined => {
  const given = header === undefined ? rememberedHeader(grid, remembered) : givenHeader(grid, header);
  const found = given ?? findHeader(grid);
  if (found === undefined) return undefined;
  const titleLines = titleLinesOf(grid, found.block);
  const signature = signatureOf(found);
  const mapping = remembered.find((candidate) => candidate.signature === signature);
  return {
    grid,
    titleLines,
    header: found.block,
    columns: mapping ? applyMapping(found.columns, mapping) : found.columns,
    signature,
    context: sheetContextOf(grid.name, titleLines),
    isHeaderGiven: given !== undefined,
  };
};

/** Looks for headings that somebody had to point at before; the title above them may have grown or shrunk by a row. */
const rememberedHeader = (grid: Grid, remembered: readonly RememberedMapping[]): FoundHeader | undefined => {
  for (const { signature, headerRows } of remembered) {
    for (let start = 0; headerRows !== undefined && start < searchedRows; start += 1) {
      const header = givenHeader(grid, { start, end: start + headerRows - 1 });
      if (header !== undefined && signatureOf(header) === signature) return header;
    }
  }
  return undefined;
};

const applyMapping = (columns: readonly RecognisedColumn[], mapping: RememberedMapping): readonly RecognisedColumn[] =>
  columns.map((column, at) => {
    const target = mapping.targets[at];
    return target !== undefined && isColumnTarget(target) ? { ...column, target, confidence: 1 } : column;
  });

/** Says whether a text names something a column can go to, so that a mapping from outside can be checked. */
export const isColumnTarget = (text: string): text is ColumnTarget =>
  isLedgerField(text) || (text.startsWith('tag:') && isCodeOf(tagKind, text.slice(4)));
