import { describe, expect, it } from 'vitest';
import { exportPath, isBackwards, parseLedgerName, periodOf, previewPath } from './ledger-period.ts';

const today = '2026-11-20';
const nothing = { from: null, to: null };

describe('the period of a ledger', () => {
  it('is one day for residents and this month for visits', () => {
    expect(periodOf('residents', { from: '2026-01-01', to: null }, today)).toEqual({ from: null, to: today });
    expect(periodOf('visits', nothing, today)).toEqual({ from: '2026-11-01', to: today });
    expect(periodOf('help', { from: '2026-10-01', to: '2026-10-31' }, today)).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
    });
  });

  it('does not believe a day that does not exist', () => {
    expect(periodOf('visits', { from: '2026-02-30', to: 'soon' }, today)).toEqual({ from: '2026-11-01', to: today });
  });

  it('may not run backwards', () => {
    expect(isBackwards({ from: '2026-11-21', to: today })).toBe(true);
    expect(isBackwards({ from: today, to: today })).toBe(false);
    expect(isBackwards({ from: null, to: today })).toBe(false);
  });

  it('travels with the community and the grid', () => {
    const request = { communityId: 'oil', gridId: null, from: null, to: today };
    expect(exportPath('as-imported', request)).toBe('/ledgers/as-imported.xlsx?community=oil&to=2026-11-20');
    expect(previewPath('visits', { ...request, gridId: 'g', from: '2026-11-01' })).toBe(
      '/ledgers/visits/preview?community=oil&grid=g&from=2026-11-01&to=2026-11-20',
    );
  });

  it('belongs to a ledger that has a page', () => {
    expect(parseLedgerName('visits')).toBe('visits');
    expect(parseLedgerName('as-imported')).toBeNull();
    expect(parseLedgerName(undefined)).toBeNull();
  });
});
