import { describe, expect, it } from 'vitest';
import { keptBackups, parseKeepRule } from './keep-rule.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-20T09:30:00Z');
/** One each hour of the last 60 days. */
const hourly = Array.from({ length: 24 * 60 }, (_, at) => now - at * hour);

describe('thinning backups', () => {
  it('keeps one an hour, then one a day, then one a month', () => {
    const kept = keptBackups(hourly, { hours: 24, days: 30, months: 12 });
    const ages = [...kept].map((at) => Math.round((now - at) / hour)).sort((a, b) => a - b);
    expect(ages.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, at) => at));
    // Of the 30 days the first two were kept hour by hour; September is the third month.
    expect(ages.length).toBe(24 + 28 + 1);
    expect(new Date(Math.min(...kept)).toISOString()).toBe('2026-09-30T23:30:00.000Z');
  });

  it('keeps those of the last hour whatever the rule, and does not count hours without a backup', () => {
    const twoInARow = [now, now - 60_000, now - hour, now - 2 * hour];
    expect([...keptBackups(twoInARow, { hours: 0, days: 0, months: 0 })]).toEqual([now, now - 60_000]);
    const old = [now, now - 900 * hour, now - 1_900 * hour];
    expect([...keptBackups(old, { hours: 3, days: 0, months: 0 })]).toEqual(old);
  });

  it('reads three numbers and nothing else', () => {
    expect(parseKeepRule('24,30,12')).toEqual({ hours: 24, days: 30, months: 12 });
    expect(['', '24', '24,30', 'a,b,c', '-1,2,3', '1,2,3,4'].map(parseKeepRule)).toEqual(Array(6).fill(undefined));
  });
});
