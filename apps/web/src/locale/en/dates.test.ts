import { expect, test } from 'vitest';
import { dates } from './dates.ts';

const today = '2026-11-20';
// 16:20 in China.
const now = Date.parse('2026-11-20T08:20:00Z');

test('a day of this year is day and month, another year is said', () => {
  expect(dates.day('2026-11-11', today)).toBe('11 Nov');
  expect(dates.day('2025-12-31', today)).toBe('31 Dec 2025');
  expect(dates.weekdayAndDay('2026-11-20', today)).toBe('Fri 20 Nov');
});

test('a moment is said in the time of China, wherever the phone thinks it is', () => {
  expect(dates.moment(now, now)).toBe('today 16:20');
  expect(dates.moment(Date.parse('2026-11-19T15:59:00Z'), now)).toBe('yesterday 23:59');
  expect(dates.moment(Date.parse('2026-11-18T01:12:00Z'), now)).toBe('18 Nov 09:12');
});

test('a door never needs more than five characters for its days', () => {
  expect([0, 9, 99, 100, 729, 730].map(dates.daysShort)).toEqual(['today', '9d', '99d', '3mo', '24mo', '2y']);
});
