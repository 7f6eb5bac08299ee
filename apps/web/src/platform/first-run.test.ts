import { afterEach, expect, test, vi } from 'vitest';
import { endFirstRun, isFirstRun } from './first-run.ts';

afterEach(() => vi.unstubAllGlobals());

test('each person on a shared phone gets the walk, and each only once', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
  endFirstRun('account-wang');
  expect(isFirstRun('account-wang')).toBe(false);
  expect(isFirstRun('account-li')).toBe(true);
});
