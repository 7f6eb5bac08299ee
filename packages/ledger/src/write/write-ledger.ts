import { type Cell, type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { bodyStyle, captionStyle, headingStyle, numberStyle, titleStyle } from './cell-styles.ts';
import { headingRowsOf } from './heading-rows.ts';
import {
  type LedgerColumn,
  type LedgerLayout,
  type LedgerLine,
  type LedgerSheetText,
  signatureLine,
} from './layout.ts';
import { neutralise } from './neutralise.ts';
import { pageOf, toLibraryMerges } from './page.ts';
import { sharedCellMerges } from './shared-cells.ts';
import { chunksOf } from './stream-chunks.ts';

/** More rows than this are streamed: merged cells would have to be held in memory until the end. */
export const maxMergedRows = 20_000;

/** Is one ledger to write. The lines may come from a cursor; they are never all held at once beyond `maxMergedRows`. */
export interface LedgerToWrite<K extends string> {
  readonly layout: LedgerLayout<K>;
  readonly text: LedgerSheetText;
  readonly lines: Iterable<LedgerLine<K>> | AsyncIterable<LedgerLine<K>>;
}

/** Writes an .xlsx ledger in official layout, chunk by chunk. Up to 20,000 rows household cells are merged and the title spans the sheet; beyond that rows are streamed with an unmerged title. */
export async function* writeLedger<K extends string>({
  layout,
  text,
  lines,
}: LedgerToWrite<K>): AsyncGenerator<Uint8Array, void, undefined> {
  const head: LedgerLine<K>[] = [];
  const iterator = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  let next = await iterator.next();
  while (!next.done && head.length < maxMergedRows) {
    head.push(next.value);
    next = await iterator.next();
  }
  if (next.done) {
    yield await writeXlsx({ sheets: [mergedSheet(layout, text, head)], stringMode: 'inline' });
    return;
  }
  const first = next.value;
  const rest = async function* (): AsyncGenerator<LedgerLine<K>> {
    // Emptied as it is read: what has been written must not stay in memory to the end.
    yield* head.splice(0);
    yield first;
    for (let more = await iterator.next(); !more.done; more = await iterator.next()) yield more.value;
  };
  yield* streamSheet(layout, text, rest());
}

type CellValue = string | number | null;

const rowOf = <K extends string>(columns: readonly LedgerColumn<K>[], line: LedgerLine<K>): CellValue[] =>
  columns.map((column) => {
    const text = line.cells[column.key];
    if (text === undefined || text === '') return null;
    return column.isNumber ? Number(text) : neutralise(text);
  });

const columnDefs = (columns: readonly LedgerColumn[]) =>
  columns.map((column) => ({
    width: column.width,
    style: column.isNumber ? numberStyle : bodyStyle(column.align ?? 'center'),
  }));

const mergedSheet = <K extends string>(
  layout: LedgerLayout<K>,
  text: LedgerSheetText,
  lines: readonly LedgerLine<K>[],
): WriteSheet => {
  const headings = headingRowsOf(layout.columns);
  const width = layout.columns.length;
  const headerRows = 2 + headings.rows.length;
  const lastRow = headerRows + lines.length;
  const wide = (row: number) => ({ startRow: row, startColumn: 0, endRow: row, endColumn: width - 1 });
  return {
    name: text.sheetName,
    columns: columnDefs(layout.columns),
    rows: [
      wideRow(text.title, width),
      wideRow(text.caption, width),
      ...headings.rows.map((row) => row.map((heading) => (heading === '' ? null : neutralise(heading)))),
      ...withoutRepeats(lines, layout.columns),
      wideRow(signatureLine, width),
    ],
    cells: frameStyles({ width, headingRows: headings.rows.length, lastRow }),
    merges: [
      ...toLibraryMerges([wide(0), wide(1), wide(lastRow)]),
      ...toLibraryMerges(headings.merges, 2),
      ...toLibraryMerges(sharedCellMerges(lines, layout.columns), headerRows),
    ],
    rowDefs: new Map([
      [0, { height: 32 }],
      [1, { height: 20 }],
      [headerRows - 1, { height: 32 }],
      [lastRow, { height: 26 }],
    ]),
    freezePane: { rows: headerRows, columns: layout.frozenColumns },
    ...pageOf(headerRows),
  };
};

const wideRow = (text: string, width: number): (string | null)[] => [
  neutralise(text),
  ...Array.from({ length: width - 1 }, () => null),
];

/** A merged cell shows its first text; texts below it would come to light when somebody unmerges the cells. */
const withoutRepeats = <K extends string>(
  lines: readonly LedgerLine<K>[],
  columns: readonly LedgerColumn<K>[],
): CellValue[][] =>
  lines.map((line, at) => {
    const isFollowing = !!line.group && lines[at - 1]?.group === line.group;
    const row = rowOf(columns, line);
    return isFollowing ? row.map((text, column) => (columns[column]?.isShared ? null : text)) : row;
  });

const frameStyles = (frame: {
  readonly width: number;
  readonly headingRows: number;
  readonly lastRow: number;
}): Map<string, Partial<Cell>> => {
  const cells = new Map<string, Partial<Cell>>();
  for (let column = 0; column < frame.width; column += 1) {
    cells.set(`0,${column}`, { style: titleStyle });
    cells.set(`1,${column}`, { style: captionStyle });
    for (let row = 0; row < frame.headingRows; row += 1) cells.set(`${2 + row},${column}`, { style: headingStyle });
    cells.set(`${frame.lastRow},${column}`, { style: captionStyle });
  }
  return cells;
};

const streamSheet = <K extends string>(
  layout: LedgerLayout<K>,
  text: LedgerSheetText,
  lines: AsyncIterable<LedgerLine<K>>,
): AsyncGenerator<Uint8Array, void, undefined> => {
  const headings = headingRowsOf(layout.columns);
  const rows = async function* () {
    yield [neutralise(text.title)];
    yield [neutralise(text.caption)];
    for (const row of headings.rows) yield row.map(neutralise);
    for await (const line of lines) yield rowOf(layout.columns, line);
    yield [signatureLine];
  };
  const freezePane = { rows: 2 + headings.rows.length, columns: layout.frozenColumns };
  // A style on every cell would make the library three times slower; texts stay texts without one.
  const widths = layout.columns.map(({ width }) => ({ width }));
  return chunksOf(writeXlsxStream(rows(), { name: text.sheetName, columns: widths, freezePane }));
};
