import { isHeadingWord, type RecognisedSheet, topRows } from '@lianxin/ledger';
import type { ImportPreview, ImportSheet } from '@lianxin/protocol';
import { type HideKnown, hideSample, hideUnknown } from './mask-texts.ts';

/** Describes a recognised sheet: where its headings stand, what its columns hold, and its first rows. */
export const describeSheet = (sheet: RecognisedSheet, hideKnown: HideKnown): ImportSheet => {
  const { grid, header, signature, columns } = sheet;
  const body = grid.rows.slice(header.end + 1);
  return {
    sheet: grid.name,
    signature,
    headerFirst: header.start + 1,
    headerLast: header.end + 1,
    rows: body.length,
    columns: columns.map(({ column, text, group, target, confidence }) => ({
      heading: text,
      group,
      target,
      confidence,
      samples: samplesOf(body, column).map((sample) => hideSample(target, sample, hideKnown)),
    })),
    top: grid.rows.slice(0, topRows).map((cells, row) => topRow(cells, { row, sheet, hideKnown })),
  };
};

/** Describes a sheet in which no headings were found; of its cells only what ledgers are headed with is told whole. */
export const describeOtherSheet = (
  sheet: string,
  top: readonly (readonly string[])[],
): ImportPreview['otherSheets'][number] => ({ sheet, top: top.map((cells) => cells.map(hideUnlessHeading)) });

const topRow = (
  cells: readonly string[],
  place: { readonly row: number; readonly sheet: RecognisedSheet; readonly hideKnown: HideKnown },
): string[] => {
  const { row, sheet, hideKnown } = place;
  const { header, columns } = sheet;
  // People may be listed above a header that was found too far down.
  if (row < header.start) return cells.map((text) => (isTitle(text) ? hideKnown(text) : hideUnlessHeading(text)));
  if (row <= header.end) return cells.map(hideKnown);
  return cells.map((text, column) => hideSample(columns[column]?.target ?? 'kept', text, hideKnown));
};

const isTitle = (text: string): boolean =>
  text.length >= 6 && /台账|底册|名册|登记|信息|统计|汇总|单位|日期|社区|村/u.test(text);

const hideUnlessHeading = (text: string): string => (isHeadingWord(text) ? text : hideUnknown(text));

const samplesOf = (rows: readonly (readonly string[])[], column: number): readonly string[] => {
  const found = new Set<string>();
  for (const row of rows) {
    const text = row[column] ?? '';
    if (text !== '') found.add(text.slice(0, 40));
    if (found.size === 3) break;
  }
  return [...found];
};
