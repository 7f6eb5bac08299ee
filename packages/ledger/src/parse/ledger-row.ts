import type { ColumnTarget } from '../recognise/ledger-field.ts';
import type { RecognisedSheet } from '../recognise/recognise-sheets.ts';
import { createCellReader, type ReadCell } from './cell-reader.ts';

/** Is one row below the header with its cells by what they mean. */
export interface LedgerRow {
  /** Zero-based row of the sheet. */
  readonly row: number;
  readonly cells: ReadonlyMap<ColumnTarget, ReadCell>;
}

/** Gives the text of a row's cell, merged blocks included. */
export const textOf = (row: LedgerRow, target: ColumnTarget): string => row.cells.get(target)?.text ?? '';

/** Gives the text of a row's cell only when it was written in this row. */
export const ownTextOf = (row: LedgerRow, target: ColumnTarget): string => {
  const cell = row.cells.get(target);
  return cell?.isOwn ? cell.text : '';
};

const footer =
  /^(合\s*计|总\s*计|小\s*计|审核人|审批人|填表人|填报人|制表人?|登记人|负责人|单位负责人|填表日期|填报时间|填表说明|说明|注|备注|数据截至|编号)\s*[:：]?/u;
const total = /^(合\s*计|总\s*计|小\s*计)/u;

/** Lists the rows of a sheet that speak of doors or people: totals, signatures, repeated headers and titles are left out. */
export const ledgerRowsOf = (sheet: RecognisedSheet): readonly LedgerRow[] => {
  const read = createCellReader(sheet.grid);
  const columns = sheet.columns.filter((column) => column.target !== 'kept');
  const rows: LedgerRow[] = [];
  for (let row = sheet.header.end + 1; row < sheet.grid.rows.length; row += 1) {
    if (isNoiseRow(sheet, row)) continue;
    const cells = new Map<ColumnTarget, ReadCell>();
    for (const { column, target } of columns) {
      const cell = read(row, column);
      if (cell.text !== '') cells.set(target, joinRepeated(cells.get(target), shortened(target, cell)));
    }
    if (cells.size > 0) rows.push({ row, cells });
  }
  return rows;
};

/** Patterns are matched against these cells, and patterns take their time over thousands of characters. */
const maxPatternLength = 200;
const freeTexts: readonly ColumnTarget[] = ['note', 'tags', 'registeredAddress', 'workplace', 'occupation'];

const shortened = (target: ColumnTarget, cell: ReadCell): ReadCell =>
  cell.text.length <= maxPatternLength || freeTexts.includes(target)
    ? cell
    : { ...cell, text: [...cell.text].slice(0, maxPatternLength).join('') };

/** Several columns may feed one target (two columns of groups); their texts stand side by side. */
const joinRepeated = (before: ReadCell | undefined, cell: ReadCell): ReadCell =>
  before === undefined ? cell : { text: `${before.text}、${cell.text}`, isOwn: before.isOwn || cell.isOwn };

/** Says whether a row below the header speaks of no door: a total, a signature line, a repeated header or title. */
export const isNoiseRow = (sheet: RecognisedSheet, row: number): boolean => {
  const texts = sheet.grid.rows[row] ?? [];
  const filled = texts.filter((text) => text !== '');
  const first = filled[0];
  if (first === undefined) return false;
  if (total.test(first) || (footer.test(first) && filled.length <= 4)) return true;
  if (filled.length === 1 && sheet.titleLines.includes(first)) return true;
  return isRepeatedHeader(sheet, texts, filled.length);
};

/** Ledgers printed page by page repeat their header in the middle. */
const isRepeatedHeader = (sheet: RecognisedSheet, texts: readonly string[], filled: number): boolean => {
  const headers = sheet.grid.rows.slice(sheet.header.start, sheet.header.end + 1);
  const equal = texts.filter((text, column) => text !== '' && headers.some((header) => header[column] === text)).length;
  return equal >= 2 && equal >= filled / 2;
};
