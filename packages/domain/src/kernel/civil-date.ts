import { dayMs, type Instant } from './instant.ts';
import { err, ok, type Result } from './result.ts';

/** Is a calendar day as `YYYY-MM-DD`, without a time or zone: what people write on forms. */
export type CivilDate = string;

/** Says that a text is no calendar day. */
export interface NotACivilDate {
  readonly type: 'NotACivilDate';
  readonly text: string;
}

/** China keeps one civil time, UTC+8 and no summer time since 1991, so a fixed offset is exact for the work's dates. */
const chinaOffsetMs = 8 * 3_600_000;

/** Days are written out by the thousand, and there are few of them: each is put into words once. */
const writtenDays = new Map<number, CivilDate>();

/** Writes the day that lies so many days after 1970-01-01. */
const dayAfterEpoch = (days: number): CivilDate => {
  const written = writtenDays.get(days) ?? new Date(days * dayMs).toISOString().slice(0, 10);
  writtenDays.set(days, written);
  return written;
};

/** Tells the calendar day in China at a moment. */
export const civilDateAt = (at: Instant): CivilDate => dayAfterEpoch(Math.floor((at + chinaOffsetMs) / dayMs));

/** Tells the wall-clock time `HH:MM` in China at a moment. */
export const clockTimeAt = (at: Instant): string => new Date(at + chinaOffsetMs).toISOString().slice(11, 16);

/** Tells the whole hour of the day in China at a moment, from 0 to 23. */
export const hourAt = (at: Instant): number => Math.floor((at + chinaOffsetMs) / 3_600_000) % 24;

/** Tells the day of the week in China at a moment: 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayAt = (at: Instant): number => (Math.floor((at + chinaOffsetMs) / dayMs) + 4) % 7;

/** Tells the moment a calendar day begins in China. */
export const startOfDay = (day: CivilDate): Instant => Date.parse(`${day}T00:00:00Z`) - chinaOffsetMs;

/** Reads `YYYY-MM-DD` strictly: 2026-02-30 is refused. */
export const parseCivilDate = (text: string): Result<CivilDate, NotACivilDate> => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return err({ type: 'NotACivilDate', text });
  return ok(text);
};

/** Builds a calendar day from numbers, refusing days that do not exist. `month` counts from 1. */
export const civilDateOf = (year: number, month: number, day: number): Result<CivilDate, NotACivilDate> =>
  parseCivilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** Counts whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** Adds whole days to a calendar day. */
export const addDays = (day: CivilDate, days: number): CivilDate =>
  dayAfterEpoch(Date.parse(`${day}T00:00:00Z`) / dayMs + days);

/** Counts completed years of age on a day. */
export const ageOn = (birthOn: CivilDate, on: CivilDate): number => {
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return on.slice(5) < birthOn.slice(5) ? years - 1 : years;
};

/** Adds whole years to a calendar day; 29 February becomes 28 February in a common year. */
export const addYears = (day: CivilDate, years: number): CivilDate => {
  const year = Number(day.slice(0, 4)) + years;
  const same = civilDateOf(year, Number(day.slice(5, 7)), Number(day.slice(8, 10)));
  return same.ok ? same.value : `${String(year).padStart(4, '0')}-02-28`;
};

/** Says whether a from/to span covers a day; `null` ends are open, both ends are included. */
export const isCurrentOn = (
  span: { readonly fromOn: CivilDate | null; readonly toOn: CivilDate | null },
  on: CivilDate,
): boolean => (span.fromOn === null || span.fromOn <= on) && (span.toOn === null || span.toOn >= on);
