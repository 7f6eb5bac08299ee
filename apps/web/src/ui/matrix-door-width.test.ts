import { expect, test } from 'vitest';
import { matrixDoorWidthRem } from './matrix-door-width.ts';

// 360 px less the gutter, the floor label and a gap per door.
const roomRem = (doors: number) => (360 / 16 - 2 * 1.1 - 1.7 - doors * 0.35) / doors;

test('five three-digit doors share the narrowest phone without scrolling', () => {
  expect(
    matrixDoorWidthRem(
      [
        { label: '601', word: '26天' },
        { label: '602', word: '无人' },
      ],
      5,
    ),
  ).toBeLessThanOrEqual(roomRem(5));
});

test('more than five doors scroll and are as wide as their numbers need', () => {
  expect(matrixDoorWidthRem([{ label: '3001', word: '3天' }], 7)).toBeGreaterThan(roomRem(7));
});

test('a landmark on a door does not push the others off the screen', () => {
  expect(matrixDoorWidthRem([{ label: '水塔南边第二家东屋', word: '3天' }], 2)).toBe(7);
});

test('a word of three characters stays on the line of its sign', () => {
  const widest = matrixDoorWidthRem([{ label: '101', word: '没去过' }], 4);
  expect(widest).toBeGreaterThan(0.9 + 4 * 0.75 - 0.01);
  expect(widest).toBeLessThanOrEqual(roomRem(4));
});
