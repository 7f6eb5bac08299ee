import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const limits = { windowMs: 1_000, most: 2, addresses: 2 };

it('lets each address make its calls in a window, and tells whoever makes more how long to wait', () => {
  const limit = createRateLimit(limits);
  expect([limit.take('a', 0), limit.take('a', 100), limit.take('a', 400)]).toEqual([0, 0, 600]);
  expect(limit.take('b', 400)).toBe(0);
  expect(limit.take('a', 1_000)).toBe(0);
});

it('remembers a bounded number of addresses, the youngest', () => {
  const limit = createRateLimit(limits);
  for (const address of ['a', 'a', 'a', 'b', 'c']) limit.take(address, 0);
  expect(limit.take('a', 1)).toBe(0);
  expect([limit.take('c', 1), limit.take('c', 1)]).toEqual([0, 999]);
});
