import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/civil-date.ts';
import { cadencePresets, presetRule } from './cadence-presets.ts';
import type { CadencePerson } from './cadence-rule.ts';
import { type Due, type DueHousehold, dueOf } from './due-of.ts';
import { effectiveCadences } from './effective-cadences.ts';

const presets = effectiveCadences([]);
const today = '2026-11-20';

const person = (birthOn: string | null, ...kinds: readonly string[]): CadencePerson => ({
  birthOn,
  tags: kinds.map((kind) => ({ kind, fromOn: null })),
});
const home = (facts: Partial<DueHousehold>): DueHousehold => ({
  people: [person('1980-01-01')],
  former: [],
  metOn: null,
  refusedOn: null,
  goneOn: null,
  ...facts,
});
const due = (facts: Partial<DueHousehold>, on = today): Due | null => dueOf(home(facts), presets, on);
const loneElder = person('1940-05-01', 'livesAlone');

describe('who is due', () => {
  it('is a lone elder a week after the last visit, and late from the next day on', () => {
    expect(due({ people: [loneElder], metOn: '2026-11-14' })?.state).toBe('soon');
    expect(due({ people: [loneElder], metOn: '2026-11-13' })?.state).toBe('due');
    expect(due({ people: [loneElder], metOn: '2026-11-12' })).toMatchObject({ state: 'overdue', dueOn: '2026-11-19' });
    expect(due({ people: [loneElder], metOn: '2026-11-15' })).toBeNull();
  });

  it('is a household on aid a month after, with a few days before it is called late', () => {
    const people = [person('1970-01-01', 'minimumAllowance')];
    expect(due({ people, metOn: '2026-10-19' })).toMatchObject({ state: 'due', everyDays: 30 });
    expect(due({ people, metOn: '2026-10-17' })?.state).toBe('overdue');
    expect(due({ people, metOn: '2026-10-25' })?.state).toBe('soon');
  });

  it('is everybody else once a quarter', () => {
    expect(due({ metOn: '2026-08-22' })).toMatchObject({ state: 'due', everyDays: 90 });
    expect(due({ metOn: '2026-10-01' })).toBeNull();
  });

  it('is due and never late where nobody was ever met', () => {
    expect(due({})).toMatchObject({ state: 'due', dueOn: null });
    expect(due({}, '2036-01-01')).toMatchObject({ state: 'due', dueOn: null });
  });

  it('is one entry with the strictest turn and every reason', () => {
    const told = due({ people: [loneElder, person('1969-01-01', 'disabled')], metOn: '2026-11-10' });
    expect(told?.everyDays).toBe(7);
    expect(told?.reasons.map(({ cadence }) => cadence.presetKey)).toEqual(['aloneAndOld', 'careGroups', 'aidGroups']);
    expect(told?.reasons.map(({ tagKinds }) => tagKinds)).toEqual([['livesAlone'], ['livesAlone'], ['disabled']]);
  });

  it('counts the tag of great age where the birth date is not known', () => {
    expect(due({ people: [person(null, 'livesAlone', 'elderly')], metOn: '2026-11-12' })?.everyDays).toBe(7);
    expect(due({ people: [person(null, 'livesAlone')], metOn: '2026-11-12' })).toBeNull();
  });
});

describe('what clears a visit that is due', () => {
  it('is a refusal until the next turn, and no longer', () => {
    expect(due({ people: [loneElder], metOn: '2026-11-01', refusedOn: '2026-11-18' })).toBeNull();
    expect(due({ people: [loneElder], metOn: '2026-11-01', refusedOn: '2026-11-10' })?.state).toBe('overdue');
  });

  it('is a door found vacant, until somebody is met there again', () => {
    expect(due({ metOn: '2026-01-01', goneOn: '2026-02-01' })).toBeNull();
    expect(due({ metOn: '2026-03-01', goneOn: '2026-02-01' })?.state).toBe('overdue');
    expect(due({ goneOn: '2026-02-01' })).toBeNull();
  });

  it('is that nobody is left: the dead are not due from the moment they are recorded', () => {
    expect(due({ people: [], former: [{ endReason: 'died', toOn: today }], metOn: '2026-01-01' })).toBeNull();
  });

  it('is not that nobody was ever registered there', () => {
    expect(due({ people: [], metOn: '2026-01-01' })?.state).toBe('overdue');
  });
});

describe('a major change', () => {
  const widow = { people: [person('1950-01-01')], former: [{ endReason: 'died', toOn: '2026-11-19' }] };

  it('asks for a visit within a day of a death', () => {
    const told = due({ ...widow, metOn: '2026-11-01' });
    expect(told).toMatchObject({ state: 'due', dueOn: '2026-11-20', change: { kind: 'died' } });
    expect(due({ ...widow, metOn: '2026-11-01' }, '2026-11-21')?.state).toBe('overdue');
  });

  it('is answered by a visit on its day or after', () => {
    expect(due({ ...widow, metOn: '2026-11-19' })).toBeNull();
  });

  it('is a birth, a new hardship, and being left alone, but no grown child leaving home', () => {
    const met = { metOn: '2026-11-10' };
    expect(due({ ...met, people: [person('2026-11-18'), person('1995-01-01')] })?.change?.kind).toBe('born');
    const orphan: CadencePerson = { birthOn: '2015-01-01', tags: [{ kind: 'orphan', fromOn: '2026-11-19' }] };
    expect(due({ ...met, people: [orphan] })?.change).toMatchObject({ kind: 'newGroup', tagKind: 'orphan' });
    const former = [{ endReason: 'movedOut', toOn: '2026-11-19' }];
    expect(due({ ...met, people: [person('1960-01-01')], former })?.change?.kind).toBe('leftAlone');
    expect(due({ ...met, people: [person('1960-01-01'), person('1961-01-01')], former })).toBeNull();
  });

  it('asks for nothing where the community has switched that off', () => {
    const calm = cadencePresets.map(presetRule).map((rule) => ({ ...rule, afterChangeDays: null }));
    expect(dueOf(home({ ...widow, metOn: '2026-11-01' }), calm, today)).toBeNull();
  });
});

const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2025-01-01', days));
const maybeDay = fc.option(anyDay);
const kinds = ['livesAlone', 'elderly', 'disabled', 'orphan', 'minimumAllowance', 'partyMember'];
const anyPerson = fc.record({
  birthOn: fc.option(fc.integer({ min: 1930, max: 2025 }).map((year) => `${year}-06-01`)),
  tags: fc.array(fc.record({ kind: fc.constantFrom(...kinds), fromOn: maybeDay }), { maxLength: 3 }),
});
const anyHome = fc.record({
  people: fc.array(anyPerson, { maxLength: 4 }),
  former: fc.array(fc.record({ endReason: fc.constantFrom('died', 'movedOut', 'recordedInError'), toOn: maybeDay }), {
    maxLength: 2,
  }),
  metOn: maybeDay,
  refusedOn: maybeDay,
  goneOn: maybeDay,
});
const ranks = ['soon', 'due', 'overdue'] as const;
const rankOf = (told: Due | null): number => (told === null ? -1 : ranks.indexOf(told.state));

describe('for every household', () => {
  it('a day that passes never makes a visit less due', () => {
    fc.assert(
      fc.property(anyHome, anyDay, fc.nat(400), (facts, on, days) => {
        expect(rankOf(dueOf(facts, presets, addDays(on, days)))).toBeGreaterThanOrEqual(
          rankOf(dueOf(facts, presets, on)),
        );
      }),
    );
  });

  it('being met today clears what is due', () => {
    fc.assert(
      fc.property(anyHome, anyDay, (facts, on) => {
        // Changes that are written with a day to come are not known yet on the day of the visit.
        expect(dueOf({ ...facts, metOn: on, goneOn: null }, presets, on)).toBeNull();
      }),
    );
  });

  it('another reason never makes a visit less due', () => {
    fc.assert(
      fc.property(anyHome, anyPerson, anyDay, (facts, more, on) => {
        const plain = { ...facts, former: [] };
        const fuller = { ...plain, people: [...facts.people, more] };
        expect(rankOf(dueOf(fuller, presets, on))).toBeGreaterThanOrEqual(rankOf(dueOf(plain, presets, on)));
      }),
    );
  });
});
