import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addYears,
  ageOn,
  civilDateAt,
  civilDateOf,
  clockTimeAt,
  daysBetween,
  hourAt,
  isCurrentOn,
  parseCivilDate,
  startOfDay,
  weekdayAt,
} from './civil-date.ts';
import { dayMs } from './instant.ts';

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / dayMs, max: Date.UTC(2100, 11, 31) / dayMs })
  .map((day) => new Date(day * dayMs).toISOString().slice(0, 10));

describe('reading a calendar day', () => {
  it.each(['2026-03-02', '2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(parseCivilDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-2',
    '20260302',
    '2026-03-02T00:00',
    ' 2026-03-02',
    '二〇二六',
    '',
    '10000-01-01',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toEqual({ ok: false, error: { type: 'NotACivilDate', text } });
  });

  it('is built from numbers only where the day exists', () => {
    expect(civilDateOf(2026, 3, 2)).toEqual({ ok: true, value: '2026-03-02' });
    expect(civilDateOf(2026, 2, 30).ok).toBe(false);
    expect(civilDateOf(2026.5, 3, 2).ok).toBe(false);
  });
});

describe('moments and days in China', () => {
  it('begin the day at midnight there, which is the afternoon before at Greenwich', () => {
    expect(startOfDay('2026-03-02')).toBe(Date.UTC(2026, 2, 1, 16));
    expect(civilDateAt(Date.UTC(2026, 2, 1, 15, 59, 59, 999))).toBe('2026-03-01');
    expect(civilDateAt(Date.UTC(2026, 2, 1, 16))).toBe('2026-03-02');
  });

  it('show the clock on the wall', () => {
    expect(clockTimeAt(Date.UTC(2026, 2, 2, 1, 5))).toBe('09:05');
    expect(clockTimeAt(Date.UTC(2026, 2, 1, 16))).toBe('00:00');
  });

  it('agree: every moment lies in its own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (at) => {
        const start = startOfDay(civilDateAt(at));
        return start <= at && at < start + dayMs;
      }),
    );
  });
});

describe('counting days and years', () => {
  it('counts days across months, leap days and backwards', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-02', '2026-03-02')).toBe(0);
    expect(daysBetween('2026-03-02', '2025-03-02')).toBe(-365);
  });

  it('counts days so that they add up', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => daysBetween(a, b) + daysBetween(b, c) === daysBetween(a, c)),
    );
  });

  it.each([
    ['1960-03-02', '2026-03-01', 65],
    ['1960-03-02', '2026-03-02', 66],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2026-03-02', '2026-03-02', 0],
  ])('tells the age of somebody born %s on %s', (birthOn, on, age) => {
    expect(ageOn(birthOn, on)).toBe(age);
  });

  it('adds years, with the last day of February where there is no 29th', () => {
    expect(addYears('2026-03-02', 5)).toBe('2031-03-02');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2026-03-02', 0)).toBe('2026-03-02');
  });
});

describe('a span of days', () => {
  it.each([
    [null, null, true],
    ['2026-03-02', null, true],
    ['2026-03-03', null, false],
    [null, '2026-03-02', true],
    [null, '2026-03-01', false],
    ['2026-03-02', '2026-03-02', true],
  ])('from %s to %s covers 2026-03-02: %s', (fromOn, toOn, covers) => {
    expect(isCurrentOn({ fromOn, toOn }, '2026-03-02')).toBe(covers);
  });
});

describe('the hour and the weekday of a moment', () => {
  it('are those of China', () => {
    const fridayNight = Date.parse('2026-11-20T23:59:00+08:00');
    expect([hourAt(fridayNight), weekdayAt(fridayNight)]).toEqual([23, 5]);
    expect([hourAt(fridayNight + 60_000), weekdayAt(fridayNight + 60_000)]).toEqual([0, 6]);
    expect(weekdayAt(fridayNight + dayMs + 60_000)).toBe(0);
  });

  it('agree with the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (at) => {
        expect(hourAt(at)).toBe(Number(clockTimeAt(at).slice(0, 2)));
        expect(weekdayAt(at)).toBe(new Date(`${civilDateAt(at)}T00:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe('adding days', () => {
  it('goes over months and years, and back', () => {
    expect([addDays('2026-12-31', 1), addDays('2024-03-01', -1)]).toEqual(['2027-01-01', '2024-02-29']);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});
