import { expect, test } from 'vitest';
import { parseTypedNumber } from './parse-typed-number.ts';

test('digits become a number as they are typed, full-width ones too', () => {
  expect(parseTypedNumber('90', 0)).toBe(90);
  expect(parseTypedNumber('９０', 0)).toBe(90);
  expect(parseTypedNumber('2.', 1)).toBe(2);
  expect(parseTypedNumber('2。5', 1)).toBe(2.5);
});

test('an empty field is no number, and letters are not taken', () => {
  expect(parseTypedNumber('', 0)).toBeNull();
  expect(parseTypedNumber('九十', 0)).toBeUndefined();
  expect(parseTypedNumber('1.5', 0)).toBeUndefined();
  expect(parseTypedNumber('-1', 0)).toBeUndefined();
});
