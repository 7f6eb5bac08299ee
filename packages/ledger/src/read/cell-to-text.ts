/** Is what the workbook library hands over for one cell. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** Characters that nobody means: zero-width marks and byte-order marks inside cells. */
const invisible = /\p{Cf}|(?![\t\n\r])\p{Cc}/gu;

/** An export of ours puts an apostrophe before formula-looking text; reading takes it off again. */
const neutralised = /^'(?='*[=+\-@＝＋－＠\t\n])/u;

/** CSV files made for spreadsheets protect long numbers as ="…". */
const protectedNumber = /^="([^"]*)"$/u;

/** Turns a cell into trimmed text. Dates become YYYY-MM-DD. */
export const cellToText = (value: RawCell): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateToText(value);
  if (typeof value === 'number') return numberToText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return tidy(value);
};

const tidy = (text: string): string => {
  const visible = text
    .replace(invisible, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
  return visible.replace(neutralised, '').replace(protectedNumber, '$1');
};

/** Spreadsheets keep fifteen digits of a number; writing the rest as zeros shows that an ID number was ruined. */
const numberToText = (value: number): string =>
  String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));

const dateToText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));
