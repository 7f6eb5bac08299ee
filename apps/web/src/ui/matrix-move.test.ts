import { describe, expect, test } from 'vitest';
import { isMatrixKey, type MatrixKey, moveInMatrix } from './matrix-move.ts';

const stairwell = [4, 4, 4, 4, 4, 4];

describe('arrows walk the stairwell', () => {
  test.each<[MatrixKey, number, number]>([
    ['ArrowUp', 1, 1],
    ['ArrowDown', 3, 1],
    ['ArrowLeft', 2, 0],
    ['ArrowRight', 2, 2],
    ['Home', 2, 0],
    ['End', 2, 3],
    ['PageUp', 0, 1],
    ['PageDown', 5, 1],
  ])('%s from the third floor leads to floor %i, door %i', (key, floor, door) => {
    expect(moveInMatrix(stairwell, { floor: 2, door: 1 }, key)).toEqual({ floor, door });
  });

  test('they stop at the edges', () => {
    const corner = { floor: 0, door: 0 };
    expect(moveInMatrix(stairwell, corner, 'ArrowUp')).toEqual(corner);
    expect(moveInMatrix(stairwell, corner, 'ArrowLeft')).toEqual(corner);
    const end = { floor: 5, door: 3 };
    expect(moveInMatrix(stairwell, end, 'ArrowDown')).toEqual(end);
    expect(moveInMatrix(stairwell, end, 'ArrowRight')).toEqual(end);
  });
});

describe('floors need not be alike', () => {
  test('a floor with fewer doors takes the nearest one', () => {
    expect(moveInMatrix([6, 2], { floor: 0, door: 5 }, 'ArrowDown')).toEqual({ floor: 1, door: 1 });
  });

  test('a floor without doors is skipped', () => {
    expect(moveInMatrix([4, 0, 0, 4], { floor: 0, door: 2 }, 'ArrowDown')).toEqual({ floor: 3, door: 2 });
    expect(moveInMatrix([0, 4], { floor: 1, door: 2 }, 'ArrowUp')).toEqual({ floor: 1, door: 2 });
  });

  test('a page is five floors of a high-rise', () => {
    expect(moveInMatrix(Array<number>(40).fill(3), { floor: 20, door: 0 }, 'PageUp')).toEqual({ floor: 15, door: 0 });
  });
});

test('other keys are left to the browser', () => {
  expect(isMatrixKey('ArrowUp')).toBe(true);
  expect(isMatrixKey('Enter')).toBe(false);
});
