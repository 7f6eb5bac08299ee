import { expect, test } from 'vitest';
import { onceAtATime } from './once-at-a-time.ts';

test('a second press while the first is still being saved does nothing, and the next one counts again', async () => {
  const saved: string[] = [];
  let finish = (): void => undefined;
  const save = onceAtATime(async (what: string) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    saved.push(what);
    return true;
  });
  const first = save('first');
  expect(await save('second')).toBe(false);
  finish();
  expect(await first).toBe(true);
  const third = save('third');
  finish();
  expect([await third, saved]).toEqual([true, ['first', 'third']]);
});

test('a save that broke does not lock the next one out', async () => {
  let isBroken = true;
  const save = onceAtATime(async () => {
    if (isBroken) throw new Error('broken');
    return true;
  });
  await expect(save()).rejects.toThrow('broken');
  isBroken = false;
  expect(await save()).toBe(true);
});
