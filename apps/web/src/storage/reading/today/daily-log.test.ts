import { beforeEach, describe, expect, it } from 'vitest';
import { createSampleTown, type Sample } from '../sample-town.ts';
import { type DailyLog, readDailyLog } from './daily-log.ts';

let town: Sample;
let records = 0;

const day = '2026-11-20';
const at = (clock: string, on = day): number => Date.parse(`${on}T${clock}:00+08:00`);
const log = (of: Partial<Parameters<typeof readDailyLog>[1]> = {}): DailyLog =>
  readDailyLog(town.view, { accountId: 'me', name: '王芳', day, today: day, ...of });

const putVisit = (dwellingId: string, outcome: string, more = {}): string => {
  records += 1;
  const basic = { dwellingId, householdId: `h-${dwellingId}`, outcome, way: 'door', visitedBy: 'me' };
  return town.put('visit', `v${records}`, { ...basic, visitedAt: at('10:00'), ...more });
};
const putNeed = (raisedByVisitId: string | null, more = {}): string => {
  records += 1;
  const basic = { dwellingId: 'd602', kind: 'repair', state: 'open', raisedAt: at('10:00'), raisedByName: '王芳' };
  return town.put('need', `n${records}`, { ...basic, raisedByVisitId, ...more });
};

beforeEach(() => {
  town = createSampleTown();
});

describe('the log of a day', () => {
  it('counts a household once, as met if somebody was met at last', () => {
    putVisit('d602', 'noAnswer');
    putVisit('d602', 'met', { visitedAt: at('18:00') });
    putVisit('d501', 'noAnswer', { visitedAt: at('18:10') });
    putVisit('y1', 'met', { way: 'phone', isLateEntry: true });
    expect(log()).toMatchObject({
      households: 3,
      outcomes: [
        { key: 'met', count: 2 },
        { key: 'noAnswer', count: 1 },
      ],
      places: 2,
      phone: 1,
      late: 1,
    });
  });

  it("is without what was voided, what was on another day, and a colleague's work", () => {
    const visit = putVisit('d602', 'met');
    putVisit('d602', 'met', { voidOf: visit, visitedAt: at('10:05') });
    putVisit('d501', 'met', { visitedAt: at('23:59', '2026-11-19') });
    putVisit('d601', 'met', { visitedBy: 'somebody' });
    putNeed(null, { raisedByName: '李四' });
    expect(log()).toMatchObject({ households: 0, needs: 0 });
  });

  it('tells what was heard, what was solved on the day, and what goes on', () => {
    const visit = putVisit('d602', 'met');
    putNeed(visit, { state: 'answered', answeredAt: at('16:00') });
    putNeed(visit, { kind: 'bathing' });
    putNeed(null, { kind: 'repair', state: 'done' });
    putNeed(null, { kind: 'meals', raisedAt: at('09:00', '2026-11-01'), state: 'answered', answeredAt: at('11:00') });
    expect(log()).toMatchObject({
      needs: 3,
      needKinds: [
        { key: 'repair', count: 2 },
        { key: 'bathing', count: 1 },
      ],
      solved: 2,
      passedOn: 1,
      told: 2,
    });
    // Later nobody knows when it was done, and nothing is claimed.
    expect(log({ today: '2026-11-25' })).toMatchObject({ solved: 1, passedOn: 2 });
  });
});
