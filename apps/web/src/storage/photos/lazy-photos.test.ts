import { expect, test } from 'vitest';
import { lazyPhotos } from './lazy-photos.ts';
import type { Photos } from './photos.ts';

test('pictures that could not be opened are opened when they are asked for again, and then only once', async () => {
  let tries = 0;
  const photos = { stop: () => undefined } as Photos;
  const lazy = lazyPhotos(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the phone is busy');
    return photos;
  });
  await expect(lazy.get()).rejects.toThrow('busy');
  expect(await lazy.get()).toBe(photos);
  expect(await lazy.get()).toBe(photos);
  expect(tries).toBe(2);
});
