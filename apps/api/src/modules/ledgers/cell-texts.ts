import { type CodeList, civilDateAt, codeLabel } from '@lianxin/domain';
import { isLedgerField, type LedgerField, maskLedgerCell } from '@lianxin/ledger';
import type { LedgerRow } from '../../store/ledger-port.ts';

/** Reads a text of a row; empty where there is none. */
export const textIn = (row: LedgerRow, column: string): string => {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
};

/** Reads a code of a row in the words of its list. */
export const labelIn = (row: LedgerRow, column: string, codes: CodeList): string => {
  const code = textIn(row, column);
  return code === '' ? '' : codeLabel(codes, code);
};

/** Reads several codes, kept with spaces between, in words. */
export const labelsIn = (row: LedgerRow, column: string, codes: CodeList): string =>
  [...new Set(textIn(row, column).split(' '))]
    .filter((code) => code !== '')
    .map((code) => codeLabel(codes, code))
    .join('、');

/** Writes a civil date as official papers do. */
export const dayText = (day: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts === null ? day : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
};

/** Writes the day of a moment as official papers do. */
export const momentText = (row: LedgerRow, column: string): string => {
  const at = row[column];
  return typeof at === 'number' ? dayText(civilDateAt(at)) : '';
};

/** Writes where a door is, as short as people on the spot need it. */
export const doorText = (row: LedgerRow): string =>
  ['estate', 'building', 'entrance', 'door_label']
    .map((column) => textIn(row, column))
    .filter((part, at, parts) => part !== '' && part !== parts[at - 1])
    .join(' ');

/** Hides the cells of a line by what their columns hold. */
export const maskCells = <K extends string>(
  cells: Readonly<Record<K, string>>,
  more?: Readonly<Partial<Record<K, LedgerField>>>,
): Record<K, string> => {
  const masked: Record<K, string> = { ...cells };
  for (const key in cells) {
    const field: LedgerField | undefined = more?.[key] ?? (isLedgerField(key) ? key : undefined);
    if (field !== undefined) masked[key] = maskLedgerCell(field, cells[key]);
  }
  return masked;
};
