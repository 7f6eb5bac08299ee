import { describe, expect, it } from 'vitest';
import { asksHere } from './asks-here.ts';

const today = '2026-11-20';
const set = { isActive: true, audience: { tagKinds: [], minAge: null }, fromOn: null, toOn: null };
const elder = { birthOn: '1940-11-20', tagKinds: ['livesAlone'] };
const child = { birthOn: '2020-01-01', tagKinds: ['disabled'] };

describe('a set for everybody', () => {
  it('is asked at every door, also where nobody is known', () => {
    expect(asksHere(set, [], today)).toBe(true);
    expect(asksHere(set, [elder], today)).toBe(true);
  });

  it('is asked on the days of its period, both ends included', () => {
    const campaign = { ...set, fromOn: '2026-11-20', toOn: '2026-11-21' };
    const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
    expect(days.map((day) => asksHere(campaign, [], day))).toEqual([false, true, true, false]);
  });

  it('is not asked while it is switched off', () => {
    expect(asksHere({ ...set, isActive: false }, [], today)).toBe(false);
  });
});

describe('a set for some', () => {
  const of = (tagKinds: readonly string[], minAge: number | null) => ({
    ...set,
    audience: { tagKinds: [...tagKinds], minAge },
  });

  it('is asked where somebody belongs to one of the groups', () => {
    expect(asksHere(of(['livesAlone', 'orphan'], null), [child, elder], today)).toBe(true);
    expect(asksHere(of(['orphan'], null), [child, elder], today)).toBe(false);
    expect(asksHere(of(['orphan'], null), [], today)).toBe(false);
  });

  it('is asked from the birthday on, and never of somebody whose age nobody knows', () => {
    expect(asksHere(of([], 86), [elder], today)).toBe(true);
    expect(asksHere(of([], 86), [elder], '2026-11-19')).toBe(false);
    expect(asksHere(of([], 60), [{ birthOn: null, tagKinds: [] }], today)).toBe(false);
  });

  it('means one and the same person', () => {
    expect(asksHere(of(['disabled'], 60), [child, elder], today)).toBe(false);
  });
});
