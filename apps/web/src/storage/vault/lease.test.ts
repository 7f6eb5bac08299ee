import { expect, test } from 'vitest';
import { firstLease, leaseOnThisClock, leaseState } from './lease.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 20);

test('a lease ends by the latest time ever seen, whatever the clock says now', () => {
  expect(leaseState(now + 7 * day, now, now + 6 * day)).toBe('open');
  expect(leaseState(now + 7 * day, now, now + 8 * day)).toBe('ended');
  expect(leaseState(now + 7 * day, now + 8 * day, now + 8 * day - 60_000)).toBe('ended');
});

test('a clock that was put right by minutes is no clock set back', () => {
  expect(leaseState(now + day, now, now - 4 * 60_000)).toBe('open');
  expect(leaseState(now + day, now, now - 6 * 60_000)).toBe('clockBack');
  expect(leaseState(null, now, now - day)).toBe('clockBack');
});

test('a server without leases lets a phone open for ever', () => {
  expect(leaseOnThisClock({}, now)).toBeNull();
  expect(leaseState(null, now, now + 5_000 * day)).toBe('open');
});

test('a lease is counted on the clock of the phone, however wrong that is', () => {
  const lease = { until: now + 7 * day, days: 7 };
  expect(leaseOnThisClock({ lease }, now)).toBe(now + 7 * day);
  expect(leaseOnThisClock({ lease }, now + 2 * day)).toBe(now + 7 * day);
  for (const years of [-3, 3]) {
    const wrong = now + years * 365 * day;
    expect(leaseOnThisClock({ lease }, wrong)).toBe(wrong + 7 * day);
  }
});

test('a vault made without hearing the server gets a week, and one made after hearing it what was granted', () => {
  expect(firstLease(null, now)).toBe(now + 7 * day);
  expect(firstLease({ until: now + day }, now)).toBe(now + day);
  expect(firstLease({ until: null }, now)).toBeNull();
});
