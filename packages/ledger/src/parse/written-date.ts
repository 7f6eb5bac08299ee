import { type CivilDate, civilDateOf } from '@lianxin/domain';

/** Is what a written date amounts to: a day, only a month, only a year, or nothing that can be read. */
export type WrittenDate =
  | { readonly precision: 'day'; readonly date: CivilDate }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'none' };

const none: WrittenDate = { precision: 'none' };
const earliestSerial = 3_654; // 1910-01-01 in the serial numbers of spreadsheets
const latestSerial = 60_000; // 2064-04-08
const dayMs = 86_400_000;

/** Reads a date as ledgers write it: 1962年7月21日, 1965.03.25, 1994-8-10, 1999/10/1, 19620721, 196207, 1962.7, or a spreadsheet's serial number. */
export const parseWrittenDate = (written: string): WrittenDate => {
  const text = written
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/(?:00:00(?::00)?|生|出生)$/u, '');
  const parts = /^(\d{4})(?:[年.\-/、]+(\d{1,2})(?:[月.\-/、]+(\d{1,2})日?号?)?)?[年月.]?$/u.exec(text);
  if (parts) return fromParts(Number(parts[1]), parts[2], parts[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})?$/u.exec(text);
  if (compact) return fromParts(Number(compact[1]), compact[2], compact[3]);
  return /^\d{4,5}$/u.test(text) ? fromSerial(Number(text)) : none;
};

const fromParts = (year: number, month: string | undefined, day: string | undefined): WrittenDate => {
  if (year < 1880 || year > 2100) return year >= earliestSerial && month === undefined ? fromSerial(year) : none;
  if (month === undefined) return { precision: 'year', year };
  if (Number(month) < 1 || Number(month) > 12) return none;
  if (day === undefined || Number(day) === 0) return { precision: 'month', year, month: Number(month) };
  const date = civilDateOf(year, Number(month), Number(day));
  return date.ok ? { precision: 'day', date: date.value } : none;
};

/** Day 1 is 1900-01-01, and spreadsheets believe in 1900-02-29, so later days are one too high. */
const fromSerial = (serial: number): WrittenDate => {
  if (serial < earliestSerial || serial > latestSerial) return none;
  return { precision: 'day', date: new Date(Date.UTC(1899, 11, 30) + serial * dayMs).toISOString().slice(0, 10) };
};
