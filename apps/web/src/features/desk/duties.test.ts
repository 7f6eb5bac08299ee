import { describe, expect, it } from 'vitest';
import { account, posting } from './account.fixture.ts';
import { dutiesAt, endingDuty, rolesAt, withDuty } from './duties.ts';

const today = '2026-11-20';
const first = posting({ unitId: 'grid-1', role: 'gridWorker' });
const former = posting({ unitId: 'grid-2', role: 'gridWorker', toOn: '2026-06-30' });
const worker = account({ postings: [first, former] });

describe('duties', () => {
  it('at a unit are those of today, and never those of a disabled account', () => {
    const gone = account({ id: 'gone', state: 'disabled', postings: [first] });
    expect(dutiesAt([worker, gone], 'grid-1', today)).toEqual([{ account: worker, posting: first }]);
    expect(dutiesAt([worker], 'grid-2', today)).toEqual([]);
    const endedToday = account({ postings: [{ ...first, toOn: today, isCurrent: false }] });
    expect(dutiesAt([endedToday], 'grid-1', today)).toEqual([]);
  });

  it('grow by one without losing the others or doubling one', () => {
    const added = { unitId: 'grid-3', role: 'gridWorker' as const };
    expect(withDuty(worker, added, today)).toEqual([{ unitId: 'grid-1', role: 'gridWorker' }, added]);
    expect(withDuty(worker, { unitId: 'grid-1', role: 'gridWorker' }, today)).toHaveLength(1);
  });

  it('end today by being left out, or on the day that is chosen', () => {
    expect(endingDuty(worker, first, { today, last: today })).toEqual([]);
    expect(endingDuty(worker, first, { today, last: '2026-12-31' })).toEqual([
      { unitId: 'grid-1', role: 'gridWorker', toOn: '2026-12-31' },
    ]);
  });

  it('are offered where they reach somebody', () => {
    expect(rolesAt('grid')).toEqual(['gridWorker']);
    expect(rolesAt('entrance')).toEqual([]);
  });
});
