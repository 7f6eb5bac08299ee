import { expect, test } from 'vitest';
import { dates } from './dates.ts';

const today = '2026-11-20';
// 16:20 in China.
const now = Date.parse('2026-11-20T08:20:00Z');

test('a day of this year is month and day, another year is said', () => {
  expect(dates.day('2026-11-11', today)).toBe('11-11');
  expect(dates.day('2025-12-31', today)).toBe('2025-12-31');
  expect(dates.dayAndWeekday('2026-11-20', today)).toBe('11-20 周五');
  expect(dates.weekdayAndDay('2026-11-22', today)).toBe('周日 11-22');
});

test('days ago are said as people say them', () => {
  expect([0, 1, 9].map(dates.daysAgo)).toEqual(['今天', '昨天', '9 天前']);
});

test('a door never needs more than four characters for its days', () => {
  expect([0, 9, 99, 100, 729, 730].map(dates.daysShort)).toEqual(['今天', '9天', '99天', '3个月', '24个月', '2年']);
});

test('a moment is said in the time of China, wherever the phone thinks it is', () => {
  expect(dates.moment(now, now)).toBe('今天 16:20');
  expect(dates.moment(Date.parse('2026-11-19T16:30:00Z'), now)).toBe('今天 00:30');
  expect(dates.moment(Date.parse('2026-11-19T15:59:00Z'), now)).toBe('昨天 23:59');
  expect(dates.moment(Date.parse('2026-11-18T01:12:00Z'), now)).toBe('11-18 09:12');
});

test('the part of the day tells when nobody was at home', () => {
  const at = (clock: string) => dates.partOfDay(Date.parse(`2026-11-20T${clock}:00+08:00`));
  expect(['05:00', '10:00', '15:00', '18:00', '21:00'].map(at)).toEqual(['夜里', '上午', '下午', '傍晚', '晚上']);
});
