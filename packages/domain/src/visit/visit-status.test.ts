import { describe, expect, it } from 'vitest';
import { startOfDay } from '../kernel/civil-date.ts';
import { doorStanding, effectiveVisits, type VisitFacts } from './visit-status.ts';

const today = '2026-03-31';
const visit = (id: string, on: string, more: Partial<VisitFacts> = {}): VisitFacts => ({
  id,
  outcome: 'met',
  visitedAt: startOfDay(on) + 36_000_000,
  voidOf: null,
  corrects: null,
  ...more,
});
const standing = (visits: readonly VisitFacts[], isVacant = false) => doorStanding(visits, { isVacant, today });

describe('the visits that count', () => {
  it('are told newest first', () => {
    expect(
      effectiveVisits([visit('a', '2026-03-01'), visit('b', '2026-03-05'), visit('c', '2026-03-03')]).map(
        (one) => one.id,
      ),
    ).toEqual(['b', 'c', 'a']);
  });

  it('are neither voids nor what they void', () => {
    expect(
      effectiveVisits([
        visit('a', '2026-03-01'),
        visit('b', '2026-03-05'),
        visit('c', '2026-03-05', { voidOf: 'b' }),
      ]).map((one) => one.id),
    ).toEqual(['a']);
  });

  it('are the correction and not what it corrects', () => {
    expect(
      effectiveVisits([visit('a', '2026-03-01'), visit('b', '2026-03-05', { corrects: 'a' })]).map((one) => one.id),
    ).toEqual(['b']);
  });

  it('keep an order when two happened at once', () => {
    const both = [visit('a', '2026-03-01'), visit('b', '2026-03-01')];
    expect(effectiveVisits(both)).toEqual(effectiveVisits([...both].reverse()));
  });
});

describe('how a door stands', () => {
  it.each([
    ['2026-03-31', 'recent', 0],
    ['2026-03-01', 'recent', 30],
    ['2026-02-28', 'fading', 31],
    ['2025-12-31', 'fading', 90],
    ['2025-12-30', 'long', 91],
  ])('after a visit on %s is %s', (on, expected, days) => {
    expect(standing([visit('a', on)])).toEqual({ standing: expected, days });
  });

  it('is long when nobody was ever there', () => {
    expect(standing([])).toEqual({ standing: 'long', days: null });
  });

  it.each(['noAnswer', 'refused'] as const)('tells of %s while it is not long ago', (outcome) => {
    expect(standing([visit('a', '2026-03-01', { outcome })]).standing).toBe(outcome);
    expect(standing([visit('a', '2025-01-01', { outcome })]).standing).toBe('long');
  });

  it.each(['vacant', 'movedOut'] as const)('is vacant after %s, and when it is known to be', (outcome) => {
    expect(standing([visit('a', '2026-03-01', { outcome })]).standing).toBe('vacant');
    expect(standing([visit('a', '2026-03-01')], true).standing).toBe('vacant');
  });

  it('goes by the last visit that counts', () => {
    expect(standing([visit('a', '2026-03-01', { outcome: 'refused' }), visit('b', '2026-03-02')]).standing).toBe(
      'recent',
    );
    expect(
      standing([
        visit('a', '2026-03-01'),
        visit('b', '2026-03-02', { outcome: 'refused' }),
        visit('c', '2026-03-02', { voidOf: 'b' }),
      ]).standing,
    ).toBe('recent');
  });

  it('never counts days below zero when a clock was ahead', () => {
    expect(standing([visit('a', '2026-04-02')])).toEqual({ standing: 'recent', days: 0 });
  });
});
