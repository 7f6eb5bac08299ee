import { expect, test } from 'vitest';
import { matrixDoorWidthRem } from './matrix-door-width.ts';

// 360 px less the gutter, the floor label and a gap per door.
const roomRem = (doors: number) => (360 / 16 - 2 * 1.1 - 1.7 - doors * 0.35) / doors;

test('five three-digit doors share the narrowest phone without scrolling', () => {
  expect(matrixDoorWidthRem(['601', '602'], 5)).toBeLessThanOrEqual(roomRem(5));
});

test('more than five doors scroll and are as wide as their numbers need', () => {
  expect(matrixDoorWidthRem(['3001'], 7)).toBeGreaterThan(roomRem(7));
});

test('a landmark on a door does not push the others off the screen', () => {
  expect(matrixDoorWidthRem(['水塔南边第二家东屋'], 2)).toBe(7);
});
