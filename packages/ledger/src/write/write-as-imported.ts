import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { isNoiseRow } from '../parse/ledger-row.ts';
import type { ParsedLedger } from '../parse/parsed-ledger.ts';
import type { ExistingRegister, ImportedRow } from '../plan/import-plan.ts';
import type { RecognisedSheet, RecognisedWorkbook } from '../recognise/recognise-sheets.ts';
import { type AsImportedBody, asImportedBody, type LeftOut } from './as-imported-body.ts';
import type { OutLine } from './as-imported-line.ts';
import type { IdentityNumberText } from './as-imported-member.ts';
import { mergesOfLines } from './as-imported-merges.ts';
import { asImportedSourceOf } from './as-imported-source.ts';
import { bodyStyle, captionStyle, changedFill, headingStyle, titleStyle } from './cell-styles.ts';
import { signatureLine } from './layout.ts';
import { type MaskCell, maskLedgerCell } from './mask-cell.ts';
import { neutralise } from './neutralise.ts';
import { pageOf, toLibraryMerges } from './page.ts';

/** Is the file a community imported, what was understood of it, the records its rows were written to, and the register of today. */
export interface AsImportedLedger {
  readonly workbook: RecognisedWorkbook;
  readonly ledger: ParsedLedger;
  readonly rows: readonly ImportedRow[];
  readonly register: ExistingRegister;
  /** 数据截至, 编号 and who exported it; stands below the table. */
  readonly caption: string;
  /** Opens the sealed ID number of a person. Left out in a masked export, where nobody needs it. */
  readonly identityNumberOf?: (personId: string) => string | null;
  /** Says which doors to list, for the export of one grid; all of them when left out. */
  readonly includesDwelling?: (dwellingId: string) => boolean;
}

const legend = '注:有底色的格子在导入后有变化;离开的人列在「变动」页。';

/** Writes 按原表样导出: the columns, order and headings of the imported ledger with current values, changed cells marked. Masked unless ID numbers can be opened. */
export const writeAsImported = async (input: AsImportedLedger): Promise<Uint8Array> => {
  const mask: MaskCell | null = input.identityNumberOf ? null : maskLedgerCell;
  const source = asImportedSourceOf(input.ledger, input.rows, input.register);
  const identityNumberText = numberTextOf(input);
  const bodies = input.workbook.sheets.map((sheet) => ({
    sheet,
    body: asImportedBody({
      sheet,
      source,
      identityNumberText,
      includesDwelling: input.includesDwelling ?? (() => true),
    }),
  }));
  const sheets = bodies.map(({ sheet, body }) => sheetOf(sheet, body, { caption: input.caption, mask }));
  const leftOut = bodies.flatMap(({ body }) => body.leftOut);
  return writeXlsx({
    sheets: [...sheets, ...(leftOut.length > 0 ? [leftOutSheet(leftOut, mask)] : [])],
    stringMode: 'inline',
  });
};

/** Masked, a cell shows what the file showed, shortened; what was registered since then shows only that it exists. A ruined number was never taken, so nothing is shown for it. */
const numberTextOf = ({ register, identityNumberOf }: AsImportedLedger): IdentityNumberText => {
  const registered = new Set(
    register.persons.flatMap((person) => (person.identityNumberHash === null ? [] : [person.id])),
  );
  const withoutNumber = (written: string): string => (/[\d０-９]{6}/u.test(written) ? '' : written);
  if (identityNumberOf) return (personId, written) => identityNumberOf(personId) ?? withoutNumber(written);
  return (personId, written) => (registered.has(personId) ? written || '******' : withoutNumber(written));
};

interface SheetOptions {
  readonly caption: string;
  readonly mask: MaskCell | null;
}

const sheetOf = (sheet: RecognisedSheet, body: AsImportedBody, { caption, mask }: SheetOptions): WriteSheet => {
  const width = sheet.columns.length;
  const top = sheet.header.end + 1;
  const merges = mergesOfLines(sheet, body.lines);
  const hidden = hiddenCells(merges);
  const footers = [...(hasSignature(sheet) ? [] : [signatureLine]), legend, caption];
  const headRows = sheet.grid.rows
    .slice(0, top)
    .map((row) => Array.from({ length: width }, (_, column) => cellValue(row[column] ?? '')));
  const bodyRows = body.lines.map((line, at) => {
    const maskText = maskOfLine(sheet, line, mask);
    return line.texts.map((text, column) => (hidden.has(`${at}/${column}`) ? null : cellValue(maskText(column, text))));
  });
  const lastRow = top + bodyRows.length;
  return {
    name: sheet.grid.name === '' ? '台账' : sheet.grid.name.slice(0, 31),
    columns: widthsOf(sheet, body.lines).map((columnWidth) => ({ width: columnWidth, style: bodyStyle('center') })),
    rows: [
      ...headRows,
      ...bodyRows,
      ...footers.map((text) => [text, ...Array.from({ length: width - 1 }, () => null)]),
    ],
    rowDefs: new Map([[0, { height: 32 }]]),
    cells: stylesOf(sheet, body.lines, footers.length),
    merges: [
      ...toLibraryMerges(sheet.grid.merges.filter((merge) => merge.startRow < top)),
      ...toLibraryMerges(merges, top),
      ...toLibraryMerges(
        footers.map((_, at) => ({
          startRow: lastRow + at,
          startColumn: 0,
          endRow: lastRow + at,
          endColumn: width - 1,
        })),
      ),
    ],
    freezePane: { rows: top },
    ...pageOf(top),
  };
};

const cellValue = (text: string): string | null => (text === '' ? null : neutralise(text));

/** 民族 and whatever else is not imported stays blank in every export; totals and signatures are no personal data. */
const maskOfLine = (
  sheet: RecognisedSheet,
  line: OutLine,
  mask: MaskCell | null,
): ((column: number, text: string) => string) => {
  if (isNoiseRow(sheet, line.source)) return (_, text) => text;
  return (column, text) => {
    const target = sheet.columns[column]?.target ?? 'kept';
    if (target === 'skipped') return '';
    return mask === null ? text : mask(target, text);
  };
};

/** A merged block shows its first cell; texts below it would come to light when somebody unmerges it. */
const hiddenCells = (
  merges: readonly { startRow: number; startColumn: number; endRow: number; endColumn: number }[],
): ReadonlySet<string> => {
  const hidden = new Set<string>();
  for (const merge of merges) {
    for (let row = merge.startRow; row <= merge.endRow; row += 1) {
      for (let column = merge.startColumn; column <= merge.endColumn; column += 1) {
        if (row !== merge.startRow || column !== merge.startColumn) hidden.add(`${row}/${column}`);
      }
    }
  }
  return hidden;
};

const hasSignature = (sheet: RecognisedSheet): boolean =>
  sheet.grid.rows.some((row) => row.some((text) => /审核人|填表人/u.test(text)));

const stylesOf = (sheet: RecognisedSheet, lines: readonly OutLine[], footers: number): Map<string, Partial<Cell>> => {
  const cells = new Map<string, Partial<Cell>>();
  const width = sheet.columns.length;
  const top = sheet.header.end + 1;
  const fill = (row: number, style: Partial<Cell>): void => {
    for (let column = 0; column < width; column += 1) cells.set(`${row},${column}`, style);
  };
  for (let row = 0; row < top; row += 1)
    fill(row, { style: row >= sheet.header.start ? headingStyle : row === 0 ? titleStyle : captionStyle });
  for (const [at, line] of lines.entries()) {
    for (const column of line.changed)
      cells.set(`${top + at},${column}`, { style: { ...bodyStyle('center'), fill: changedFill } });
  }
  for (let at = 0; at < footers; at += 1) fill(top + lines.length + at, { style: captionStyle });
  return cells;
};

/** Chinese characters are twice as wide as digits. */
const displayWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[^\p{ASCII}]/u.test(character) ? 2 : 1), 0);

const widthsOf = (sheet: RecognisedSheet, lines: readonly OutLine[]): readonly number[] =>
  sheet.columns.map(({ column, text }) => {
    const longest = lines
      .filter((line) => !isNoiseRow(sheet, line.source))
      .reduce((max, line) => Math.max(max, displayWidth(line.texts[column] ?? '')), Math.min(displayWidth(text), 12));
    return Math.min(24, Math.max(6, longest + 2));
  });

const leftOutSheet = (leftOut: readonly LeftOut[], mask: MaskCell | null): WriteSheet => ({
  name: '变动',
  columns: [12, 8, 18, 12, 12, 14].map((width) => ({ width, style: bodyStyle('center') })),
  rows: [
    ['原表页', '原行号', '门牌', '姓名', '原因', '日期'],
    ...leftOut.map((who) =>
      [who.sheet, String(who.row), who.door, mask === null ? who.name : mask('name', who.name), who.reason, who.on].map(
        cellValue,
      ),
    ),
  ],
  cells: new Map(Array.from({ length: 6 }, (_, column) => [`0,${column}`, { style: headingStyle }])),
  freezePane: { rows: 1 },
  ...pageOf(1),
});
