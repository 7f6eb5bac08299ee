import { expect, test } from 'vitest';
import { inBreaths } from './in-breaths.ts';

test('a long piece of work lets others pass on its way, and keeps its order', async () => {
  let passed = 0;
  const pass = () => {
    passed += 1;
    waiting = setImmediate(pass);
  };
  let waiting = setImmediate(pass);
  const pieces = Array.from({ length: 76 }, (_, at) => at);
  const seen: number[] = [];
  const done = await inBreaths(pieces, (piece) => {
    seen.push(passed);
    return piece * 2;
  });
  clearImmediate(waiting);
  expect(done).toEqual(pieces.map((piece) => piece * 2));
  expect([new Set(seen.slice(0, 25)).size, new Set(seen).size]).toEqual([1, 4]);
});
