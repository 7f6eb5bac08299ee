import { expect, it } from 'vitest';
import { nameWords, shortNameWords } from './person-name.ts';

it('calls an erased person so and not unnamed, in full and shortened alike', () => {
  expect([nameWords({ name: null, erasedAt: 1 }), shortNameWords({ name: null, erasedAt: 1 })]).toEqual([
    '已抹除',
    '已抹除',
  ]);
  expect(nameWords({ name: null, erasedAt: null })).toBe('未取名');
  expect([nameWords({ name: '王建国', erasedAt: null }), shortNameWords({ name: '王建国', erasedAt: null })]).toEqual([
    '王建国',
    '王**',
  ]);
});
