import { createBench, newHousehold, newPerson } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const first = 'regrouping_00000001';
const later = 'regrouping_00000002';
const madePerson = 'person_made_000001';
const madeHousehold = 'household_made_001';
const refused = { outcome: 'refused', reason: 'stateChanged' };

const setUp = () => {
  const bench = createBench();
  const [grid] = bench.place.grids;
  const [personId = '', second = '', third = ''] = grid.personIds;
  const [householdId = '', secondHome = '', thirdHome = ''] = grid.householdIds;
  const [membershipId = ''] = grid.membershipIds;
  const [dwellingId = ''] = grid.dwellingIds;
  const { submit } = bench.worker;
  return {
    bench,
    people: [personId, second, third] as const,
    homes: [householdId, secondHome, thirdHome] as const,
    membershipId,
    mergePersons: (regroupingId: string, fromId: string, intoId: string) =>
      submit({ name: 'person.merge', args: { regroupingId, fromId, intoId } }),
    mergeHomes: (regroupingId: string, fromId: string, intoId: string) =>
      submit({ name: 'household.merge', args: { regroupingId, fromId, intoId, toOn: '2026-03-02' } }),
    splitPerson: (regroupingId: string, fromId: string, madeId: string) => {
      const person = newPerson(madeId, { name: '被拆的人' });
      return submit({
        name: 'person.split',
        args: { regroupingId, personId: fromId, person, membershipIds: [membershipId], tagIds: [] },
      });
    },
    splitHome: (regroupingId: string, fromId: string, madeId: string) => {
      const household = newHousehold(madeId, { dwellingId });
      return submit({
        name: 'household.split',
        args: { regroupingId, householdId: fromId, household, membershipIds: [membershipId] },
      });
    },
    undo: (regroupingId: string) => submit({ name: 'regrouping.undo', args: { regroupingId } }),
  };
};

describe('taking back a split whose record was merged onward', () => {
  it('waits until the merge is taken back, so that nobody is left in a record that is gone', () => {
    const { bench, people, membershipId, splitPerson, mergePersons, undo } = setUp();
    splitPerson(first, people[0], madePerson);
    expect(mergePersons(later, madePerson, people[1]).outcome).toBe('applied');
    expect(undo(first)).toMatchObject(refused);
    expect(bench.row('person', madePerson)).toMatchObject({ deleted: false, fields: { name: '被拆的人' } });
    expect(undo(later).outcome).toBe('applied');
    expect(bench.row('membership', membershipId).fields.personId).toBe(madePerson);
    expect(undo(first).outcome).toBe('applied');
    expect(bench.row('membership', membershipId).fields.personId).toBe(people[0]);
    expect(bench.row('person', madePerson).deleted).toBe(true);
  });

  it('waits for households as well', () => {
    const { bench, homes, membershipId, splitHome, mergeHomes, undo } = setUp();
    splitHome(first, homes[0], madeHousehold);
    expect(mergeHomes(later, madeHousehold, homes[1]).outcome).toBe('applied');
    expect(undo(first)).toMatchObject(refused);
    expect([undo(later).outcome, undo(first).outcome]).toEqual(['applied', 'applied']);
    expect(bench.row('membership', membershipId).fields.householdId).toBe(homes[0]);
  });
});

describe('taking back the first of two splits', () => {
  it('keeps the record that the second was split from: its people may come back', () => {
    const { bench, people, membershipId, splitPerson, undo } = setUp();
    splitPerson(first, people[0], madePerson);
    splitPerson(later, madePerson, 'person_made_000002');
    expect(undo(first).outcome).toBe('applied');
    expect(bench.row('person', madePerson)).toMatchObject({ deleted: false, fields: { name: '被拆的人' } });
    expect(undo(later).outcome).toBe('applied');
    expect(bench.row('membership', membershipId).fields.personId).toBe(madePerson);
  });

  it('keeps the record that another was merged into', () => {
    const { bench, people, splitPerson, mergePersons, undo } = setUp();
    const stranger = 'person_alone_00001';
    splitPerson(first, people[0], madePerson);
    // Somebody without a household, tag or need: a merge moves nothing of theirs.
    const args = { regroupingId: 'regrouping_00000003', personId: people[1], membershipIds: [], tagIds: [] };
    bench.worker.submit({ name: 'person.split', args: { ...args, person: newPerson(stranger) } });
    expect(mergePersons(later, stranger, madePerson).outcome).toBe('applied');
    undo(first);
    expect(bench.row('person', madePerson).deleted).toBe(false);
  });
});

describe('taking back the first of two merges', () => {
  it.each(['households', 'persons'] as const)('of %s in a row waits until the second is taken back', (kind) => {
    const { bench, homes, people, membershipId, mergeHomes, mergePersons, undo } = setUp();
    const [ids, merge] = kind === 'persons' ? [people, mergePersons] : [homes, mergeHomes];
    const field = kind === 'persons' ? 'personId' : 'householdId';
    merge(first, ids[0], ids[1]);
    expect(merge(later, ids[1], ids[2]).outcome).toBe('applied');
    expect(undo(first)).toMatchObject(refused);
    expect(bench.row('membership', membershipId).fields[field]).toBe(ids[2]);
    expect([undo(later).outcome, undo(first).outcome]).toEqual(['applied', 'applied']);
    expect(bench.row('membership', membershipId).fields[field]).toBe(ids[0]);
  });
});

describe('a record that was merged away', () => {
  it('is merged and split no further: two merges in a circle could never be taken back', () => {
    const { people, mergePersons, splitPerson, undo } = setUp();
    mergePersons(first, people[0], people[1]);
    expect(mergePersons(later, people[1], people[0])).toMatchObject(refused);
    expect(mergePersons(later, people[0], people[2])).toMatchObject(refused);
    expect(splitPerson(later, people[0], madePerson)).toMatchObject(refused);
    expect(undo(first).outcome).toBe('applied');
  });
});

describe('what has nowhere to go back to', () => {
  it('stays where it is and is named', () => {
    const { bench, people, membershipId, mergePersons, splitPerson, undo } = setUp();
    splitPerson(first, people[0], madePerson);
    mergePersons(later, madePerson, people[1]);
    // As a restored server may hold it: the made record is gone, its merge is not.
    bench.server.load([{ ...bench.row('person', madePerson), deleted: true }]);
    expect(undo(later).outcome).toBe('applied');
    expect(bench.row('membership', membershipId).fields.personId).toBe(people[1]);
    expect(bench.row('regrouping', later).fields.stayed).toMatchObject([{ id: membershipId, field: 'personId' }]);
  });
});
