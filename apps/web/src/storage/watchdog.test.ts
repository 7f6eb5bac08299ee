import { expect, test } from 'vitest';
import { type StallFacts, stallMs, stallsAt } from './watchdog.ts';

const waiting: StallFacts = {
  unsentSince: 10_000,
  lastProgressAt: 0,
  isOnline: true,
  onlineSince: Number.NEGATIVE_INFINITY,
  hasFailed: true,
};

test('work stands still three minutes after it was saved, after the last acknowledgement or after the network came back', () => {
  expect(stallMs).toBe(180_000);
  expect(stallsAt(waiting)).toBe(190_000);
  expect(stallsAt({ ...waiting, lastProgressAt: 50_000 })).toBe(230_000);
  expect(stallsAt({ ...waiting, onlineSince: 70_000 })).toBe(250_000);
});

test('nothing stands still while nothing waits, without a network, or before a round has failed', () => {
  expect(stallsAt({ ...waiting, unsentSince: null })).toBeNull();
  expect(stallsAt({ ...waiting, isOnline: false })).toBeNull();
  expect(stallsAt({ ...waiting, hasFailed: false })).toBeNull();
});
