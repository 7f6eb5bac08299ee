import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from './watch-idle.ts';

const minute = 60_000;
let wall = 0;
let steady = 0;
let touchedAt = 0;
const listeners = new Map<string, Set<() => void>>();

const pass = (ms: number, asleep = false): void => {
  wall += ms;
  if (!asleep) steady += ms;
};

const touch = (): void => {
  for (const listener of listeners.get('pointerdown') ?? []) listener();
};

const watch = (onIdle: () => void) =>
  watchIdle({
    afterMinutes: () => 15,
    now: () => wall,
    elapsed: () => steady,
    onIdle,
    shared: {
      read: () => touchedAt,
      write: (at) => {
        touchedAt = at;
      },
    },
  });

beforeEach(() => {
  [wall, steady, touchedAt] = [1_000_000_000, 0, 0];
  listeners.clear();
  vi.stubGlobal('window', {
    addEventListener: (name: string, listener: () => void) =>
      listeners.set(name, new Set([...(listeners.get(name) ?? []), listener])),
    removeEventListener: (name: string, listener: () => void) => listeners.get(name)?.delete(listener),
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a phone is idle after its minutes without a touch, and a touch begins them anew', () => {
  const watching = watch(() => undefined);
  pass(14 * minute);
  expect(watching.isIdle()).toBe(false);
  touch();
  pass(14 * minute);
  expect(watching.isIdle()).toBe(false);
  pass(minute);
  expect(watching.isIdle()).toBe(true);
  watching.stop();
});

test('a touch that comes after the time does not count: it finds a phone that locks', () => {
  const onIdle = vi.fn();
  const watching = watch(onIdle);
  pass(20 * minute);
  touch();
  expect(onIdle).toHaveBeenCalledOnce();
  watching.stop();
});

test('a phone that slept counts by the clock of the wall, and one whose clock is set back by the other', () => {
  const watching = watch(() => undefined);
  pass(16 * minute, true);
  expect(watching.isIdle()).toBe(true);
  touch();
  wall -= 60 * minute;
  steady += 16 * minute;
  expect(watching.isIdle()).toBe(true);
  watching.stop();
});

test('work in one window keeps another from locking it', () => {
  const watching = watch(() => undefined);
  pass(14 * minute);
  touchedAt = wall;
  pass(14 * minute);
  expect(watching.isIdle()).toBe(false);
  pass(minute);
  expect(watching.isIdle()).toBe(true);
  watching.stop();
});
