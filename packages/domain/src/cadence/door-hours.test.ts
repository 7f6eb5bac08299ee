import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseRetry, type Knock, knockingTimeAt } from './door-hours.ts';

const at = (moment: string): number => Date.parse(`${moment}:00+08:00`);
const knock = (moment: string, wasOpened: boolean): Knock => ({ at: at(moment), wasOpened });
/** A Friday. */
const fridayMorning = at('2026-11-20T10:00');

describe('when to try a door again', () => {
  it('is the evening after a morning, when nothing else is known', () => {
    expect(adviseRetry([knock('2026-11-20T10:00', false)], fridayMorning)).toEqual({
      part: 'evening',
      isWeekend: false,
      hasOpenedThen: false,
      failed: { part: 'morning', isWeekend: false },
    });
  });

  it('is the time at which this door was opened before', () => {
    const knocks = [knock('2026-10-14T15:00', true), knock('2026-09-15T14:10', true), knock('2026-11-20T10:00', false)];
    expect(adviseRetry(knocks, fridayMorning)).toMatchObject({ part: 'afternoon', hasOpenedThen: true });
  });

  it('is the weekend where the door was opened only then', () => {
    const knocks = [knock('2026-11-15T09:30', true), knock('2026-11-18T18:00', false)];
    expect(adviseRetry(knocks, fridayMorning)).toMatchObject({ part: 'morning', isWeekend: true });
  });

  it('is not where others have failed too', () => {
    const knocks = [knock('2026-11-19T18:00', false), knock('2026-11-18T18:00', false)];
    expect(adviseRetry(knocks, fridayMorning)).toMatchObject({ part: 'afternoon', isWeekend: false });
  });

  it('is never the time at which nobody was there', () => {
    const moment = fc.integer({ min: at('2026-01-01T06:00'), max: fridayMorning });
    fc.assert(
      fc.property(fc.array(fc.record({ at: moment, wasOpened: fc.boolean() })), moment, (knocks, failedAt) => {
        const { part, isWeekend } = adviseRetry(knocks, failedAt);
        expect({ part, isWeekend }).not.toEqual(knockingTimeAt(failedAt));
      }),
    );
  });
});
