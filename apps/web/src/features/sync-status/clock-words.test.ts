import { expect, test } from 'vitest';
import { clockWords } from './clock-words.ts';

const minuteMs = 60_000;

test('a clock within five minutes is right enough', () => {
  expect(clockWords(5 * minuteMs)).toBeNull();
  expect(clockWords(-4 * minuteMs)).toBeNull();
});

test('a slow clock and a fast one are told apart, in the unit that fits', () => {
  expect(clockWords(12 * minuteMs)).toContain('慢 12 分钟');
  expect(clockWords(-180 * minuteMs)).toContain('快 3 小时');
  expect(clockWords(365 * 24 * 60 * minuteMs)).toContain('慢 365 天');
});
