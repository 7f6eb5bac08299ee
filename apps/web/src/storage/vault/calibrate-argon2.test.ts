import { expect, test } from 'vitest';
import { calibrateArgon2, chooseKdf } from './calibrate-argon2.ts';
import { stretchLightly } from './testing/stretch-lightly.ts';

test.each([
  ['so slow that the floor is all it can give', 3_000, 32],
  ['just fast enough for the floor', 800, 32],
  ['of the middle', 400, 64],
  ['fast', 130, 128],
  ['faster than any memory is worth', 10, 128],
])('a phone that is %s takes what it can in 0.8 seconds', (_, floorMs, memoryMiB) => {
  expect(chooseKdf(floorMs)).toEqual({ id: 'argon2id', memoryKiB: memoryMiB * 1024, passes: 3 });
});

test('the phone itself is measured', async () => {
  const moments = [1_000, 1_400];
  expect((await calibrateArgon2(stretchLightly, () => moments.shift() ?? 0)).memoryKiB).toBe(64 * 1024);
});
