import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTime } from './event-time.ts';

const minute = 60_000;
const now = 1_000 * minute;
const at = (atMs: number, offsetMs = 0) => ({
  id: 'mutation_000000001',
  n: 1,
  name: 'visit.log',
  version: 1,
  at: atMs,
  offsetMs,
  args: {},
});

describe('the time of an event', () => {
  it('is the phone’s clock corrected by its measured offset', () => {
    expect(eventTime(at(now - 90 * minute, 60 * minute), { previous: 0, now })).toEqual({
      eventAt: now - 30 * minute,
      hasClockSkew: true,
    });
  });

  it('is never in the future', () => {
    expect(eventTime(at(now + minute), { previous: 0, now })).toEqual({ eventAt: now, hasClockSkew: false });
    expect(eventTime(at(now + 6 * minute), { previous: 0, now })).toEqual({ eventAt: now, hasClockSkew: true });
  });

  it('is never before the replica’s previous event', () => {
    expect(eventTime(at(now - 50 * minute), { previous: now - 10 * minute, now }).eventAt).toBe(now - 10 * minute);
  });

  it.each([
    [5 * minute, false],
    [5 * minute + 1, true],
    [-5 * minute, false],
    [-5 * minute - 1, true],
  ])('is flagged beyond five minutes of offset: %i', (offsetMs, hasClockSkew) => {
    expect(eventTime(at(now - 60 * minute, offsetMs), { previous: 0, now }).hasClockSkew).toBe(hasClockSkew);
  });

  it('lies between the previous event and now, whatever a clock says', () => {
    const anyInstant = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    const anyOffset = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(anyInstant, anyOffset, fc.nat(now), (atMs, offsetMs, previous) => {
        const { eventAt } = eventTime(at(atMs, offsetMs), { previous, now });
        return eventAt >= previous && eventAt <= now;
      }),
    );
  });

  it('stays at now when the server’s own clock went back', () => {
    expect(eventTime(at(now), { previous: now + minute, now }).eventAt).toBe(now);
  });
});
