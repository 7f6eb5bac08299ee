import { expect, test } from 'vitest';
import { readSwipe } from './swipe.ts';

const width = 360;
const from = { x: 200, y: 300 };

test.each([
  [{ x: 120, y: 310 }, 'next'],
  [{ x: 290, y: 290 }, 'previous'],
  // A scroll that leans to one side is a scroll.
  [{ x: 120, y: 360 }, null],
  [{ x: 170, y: 300 }, null],
] as const)('a thumb lifted at %j means %s', (to, meant) => {
  expect(readSwipe(from, to, width)).toBe(meant);
});

test('what begins at the edge is the phone’s own way back', () => {
  expect(readSwipe({ x: 10, y: 300 }, { x: 200, y: 300 }, width)).toBeNull();
  expect(readSwipe({ x: 350, y: 300 }, { x: 100, y: 300 }, width)).toBeNull();
});
