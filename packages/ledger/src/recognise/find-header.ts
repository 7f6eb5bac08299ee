import { cellText, type Grid } from '../read/grid.ts';
import { type HeaderBlock, type Heading, headingsOf } from './headings.ts';
import type { ColumnTarget } from './ledger-field.ts';
import { matchHeading } from './match-heading.ts';

/** Is one column with what it was taken for. */
export interface RecognisedColumn extends Heading {
  readonly target: ColumnTarget;
  readonly confidence: number;
}

/** Is the header that was found and its columns. */
export interface FoundHeader {
  readonly block: HeaderBlock;
  readonly columns: readonly RecognisedColumn[];
}

/** Titles, notes and units stand above a header; no ledger has more of them than this. */
export const searchedRows = 30;
const maxHeight = 3;
const minFields = 3;

/** Finds the header rows of a sheet by how many columns they explain; undefined when the sheet is no ledger. */
export const findHeader = (grid: Grid): FoundHeader | undefined => {
  let best: { readonly header: FoundHeader; readonly score: number } | undefined;
  for (let start = 0; start < Math.min(searchedRows, grid.rows.length); start += 1) {
    for (let height = 1; height <= maxHeight && !holdsData(grid, start + height - 1); height += 1) {
      const header = headerAt(grid, { start, end: start + height - 1 });
      const score = scoreOf(header);
      if (score > (best?.score ?? 0)) best = { header, score };
    }
  }
  return best?.header;
};

/** A long number or a date in a row means that people are already listed there. */
const holdsData = (grid: Grid, row: number): boolean =>
  row >= grid.rows.length ||
  (grid.rows[row] ?? []).some((text) => /^[\d０-９]{7,}[xX]?$/u.test(text) || /^\d{4}[-./年]\d/u.test(text));

/** Takes the rows somebody has pointed at for the header; undefined when people are listed there or the sheet ends before them. */
export const givenHeader = (grid: Grid, block: HeaderBlock): FoundHeader | undefined => {
  const isHeading =
    block.start >= 0 && block.start <= block.end && block.end < Math.min(searchedRows, grid.rows.length);
  if (!isHeading) return undefined;
  for (let row = block.start; row <= block.end; row += 1) if (holdsData(grid, row)) return undefined;
  return headerAt(grid, block);
};

/** Writes the headings of a sheet down, to know the same shape again. */
export const signatureOf = ({ columns }: FoundHeader): string =>
  columns.map((column) => `${column.group}>${column.text}`).join('|');

const headerAt = (grid: Grid, block: HeaderBlock): FoundHeader => {
  const seen = new Set<ColumnTarget>();
  const matched = headingsOf(grid, block).map((heading) => ({
    ...heading,
    ...matchHeading(heading.text, heading.group),
  }));
  const columns = assignHeadColumns(matched).map((column) => {
    // A second column of the same kind would overwrite the first; it is kept as written until somebody says more.
    const isRepeated = column.target !== 'tags' && seen.has(column.target);
    seen.add(column.target);
    return isRepeated && !isSharable(column.target) ? { ...column, target: 'kept' as const, confidence: 0 } : column;
  });
  return { block, columns };
};

const isSharable = (target: ColumnTarget): boolean => ['kept', 'skipped', 'derived', 'sequence'].includes(target);

/** Without group headings, a phone before the members' names belongs to the head if another phone follows them. */
const assignHeadColumns = (columns: readonly RecognisedColumn[]): readonly RecognisedColumn[] => {
  const at = (target: ColumnTarget): number => columns.findIndex((column) => column.target === target);
  const phones = columns.filter((column) => column.target === 'phone').length;
  if (at('headName') === -1 || at('name') === -1 || phones < 2 || at('phone') > at('name')) return columns;
  return columns.map((column, index) => (index === at('phone') ? { ...column, target: 'headPhone' as const } : column));
};

const scoreOf = ({ block, columns }: FoundHeader): number => {
  const known = columns.filter((column) => column.target !== 'kept');
  const targets = new Set<string>(known.map((column) => column.target));
  const namesSomebody = targets.has('name') || targets.has('headName');
  if (!namesSomebody || targets.size < minFields) return 0;
  const height = block.end - block.start;
  return known.reduce((sum, column) => sum + column.confidence, 0) - height * 0.25 - emptyRowsIn(columns) * 0.1;
};

const emptyRowsIn = (columns: readonly RecognisedColumn[]): number =>
  columns.filter((column) => column.text === '').length;

/** Lists the texts above the header: title, unit, date. */
export const titleLinesOf = (grid: Grid, block: HeaderBlock): readonly string[] =>
  Array.from({ length: block.start }, (_, row) =>
    (grid.rows[row] ?? [])
      .map((_, column) => cellText(grid, row, column))
      .filter((text) => text !== '')
      .join(' '),
  );
