import {
  type Bench,
  createBench,
  newHousehold,
  newMembership,
  newNeed,
  newPerson,
  newTag,
  newVisit,
} from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { emptiedPerson } from './erased.ts';

const regroupingId = 'regrouping_00000001';
const made = 'household_made_001';
const visitId = 'visit_000000000001';
const needId = 'need_0000000000001';

const setUp = () => {
  const bench = createBench();
  const [grid, other] = bench.place.grids;
  const homeOf = ({ dwellingIds, householdIds, personIds, membershipIds }: typeof grid, index: number) => ({
    dwellingId: dwellingIds[index] ?? '',
    householdId: householdIds[index] ?? '',
    personId: personIds[index] ?? '',
    membershipId: membershipIds[index] ?? '',
  });
  const merge = (fromId: string, intoId: string) =>
    bench.worker.submit({ name: 'household.merge', args: { regroupingId, fromId, intoId, toOn: '2026-03-02' } });
  const mergePersons = (fromId: string, intoId: string) =>
    bench.worker.submit({ name: 'person.merge', args: { regroupingId, fromId, intoId } });
  const split = (home: { readonly householdId: string; readonly membershipId: string }, dwellingId: string) =>
    bench.worker.submit({
      name: 'household.split',
      args: {
        regroupingId,
        householdId: home.householdId,
        household: newHousehold(made, { dwellingId }),
        membershipIds: [home.membershipId],
      },
    });
  const undo = () => bench.worker.submit({ name: 'regrouping.undo', args: { regroupingId } });
  return {
    bench,
    grid,
    other,
    first: homeOf(grid, 0),
    second: homeOf(grid, 1),
    there: homeOf(other, 0),
    merge,
    mergePersons,
    split,
    undo,
  };
};

type At = { readonly dwellingId: string; readonly householdId: string };

const visited = ({ dwellingId, householdId }: At, personId: string | null = null) => ({
  name: 'visit.log' as const,
  args: {
    visit: newVisit(visitId, { dwellingId, householdId }),
    needs: [newNeed(needId, { dwellingId, householdId, personId, raisedByVisitId: visitId })],
  },
});

const answered = ({ dwellingId, householdId }: At) => ({
  name: 'answers.give' as const,
  args: {
    sheet: {
      id: 'sheet_000000000001',
      fields: { visitId, dwellingId, householdId, setKey: 'antiFraud', answers: { explained: 'yes' } },
    },
  },
});

const photographed = ({ dwellingId, householdId }: At) => ({
  name: 'photo.add' as const,
  args: {
    photo: {
      id: 'photo_00000000000001',
      fields: {
        sha256: 'ab'.repeat(32),
        bytes: 1_000,
        width: 1_200,
        height: 900,
        dwellingId,
        householdId,
        visitId,
        needId,
      },
    },
  },
});

/** Submits what somebody wrote before, who was offline since. */
const submitLate = (
  bench: Bench,
  work: readonly Parameters<Bench['worker']['submit']>[0][],
  at: number,
  by = bench.firstWorker,
) => work.map((intent) => by.submit(intent, { at }));

describe('what was seen offline in a household', () => {
  it('whose split was taken back meanwhile is told of the household that its people are in again', () => {
    const { bench, first, split, undo } = setUp();
    split(first, first.dwellingId);
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    undo();
    expect(bench.row('household', made).deleted).toBe(true);
    const seen = { dwellingId: first.dwellingId, householdId: made };
    const outcomes = submitLate(bench, [visited(seen, first.personId), answered(seen), photographed(seen)], at);
    expect(outcomes).toMatchObject(outcomes.map(() => ({ outcome: 'applied' })));
    for (const [table, id] of [
      ['visit', visitId],
      ['need', needId],
      ['answerSheet', 'sheet_000000000001'],
      ['photo', 'photo_00000000000001'],
    ] as const)
      expect(bench.row(table, id).fields).toMatchObject({
        dwellingId: first.dwellingId,
        householdId: first.householdId,
      });
  });

  it('that was merged across grids meanwhile is handed over with all that hangs on it', () => {
    const { bench, other, first, there, merge } = setUp();
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    merge(first.householdId, there.householdId);
    const outcomes = submitLate(bench, [visited(first, first.personId), answered(first), photographed(first)], at);
    expect(outcomes).toMatchObject(outcomes.map(() => ({ outcome: 'applied', reason: 'handedOver' })));
    for (const [table, id] of [
      ['visit', visitId],
      ['need', needId],
      ['answerSheet', 'sheet_000000000001'],
      ['photo', 'photo_00000000000001'],
    ] as const) {
      expect(bench.row(table, id).fields.householdId).toBe(there.householdId);
      expect(bench.row(table, id).buckets).toEqual([`grid:${other.gridId}`]);
    }
  });

  it('is held for the grid it was merged into when it was written after that: nobody of the old grid can have seen it there; it comes back with the household', () => {
    const { bench, grid, other, first, there, merge, undo } = setUp();
    merge(first.householdId, there.householdId);
    bench.clock.advance(60_000);
    expect(bench.firstWorker.submit(visited(first), { id: 'mutation_held_0001' })).toMatchObject({ outcome: 'held' });
    expect(bench.row('heldWork', 'mutation_held_0001').buckets).toEqual([`grid:${other.gridId}`]);
    undo();
    expect(bench.row('heldWork', 'mutation_held_0001').buckets).toEqual([`grid:${grid.gridId}`]);
  });

  it('keeps answers and photos with a visit and a need that had arrived before the merge', () => {
    const { bench, first, second, merge } = setUp();
    const at = bench.clock.now();
    expect(submitLate(bench, [visited(first)], at)).toMatchObject([{ outcome: 'applied' }]);
    bench.clock.advance(60_000);
    merge(first.householdId, second.householdId);
    const outcomes = submitLate(bench, [answered(first), photographed(first)], at);
    expect(outcomes).toMatchObject(outcomes.map(() => ({ outcome: 'applied' })));
    expect(bench.row('answerSheet', 'sheet_000000000001').fields.householdId).toBe(first.householdId);
  });

  it('that nobody ever entered is refused', () => {
    const { bench, first } = setUp();
    const seen = { dwellingId: first.dwellingId, householdId: 'household_nowhere' };
    for (const intent of [visited(seen), photographed(seen)])
      expect(bench.worker.submit(intent)).toMatchObject({ outcome: 'refused', reason: 'notFound' });
  });
});

describe('work about a record that was merged away meanwhile', () => {
  it('is told of the kept person, where lists look', () => {
    const { bench, first, second, mergePersons } = setUp();
    mergePersons(first.personId, second.personId);
    const tag = newTag('tag_00000000000001', { personId: first.personId });
    const door = { dwellingId: second.dwellingId, householdId: second.householdId };
    expect(bench.firstWorker.submit({ name: 'tag.add', args: { tag } }).outcome).toBe('applied');
    const need = newNeed(needId, { ...door, personId: first.personId });
    expect(bench.firstWorker.submit({ name: 'need.raise', args: { need } }).outcome).toBe('applied');
    expect(bench.row('tag', tag.id).fields.personId).toBe(second.personId);
    expect(bench.row('need', needId).fields.personId).toBe(second.personId);
  });

  it('brings a member into the household that is kept, as whom they are known by now', () => {
    const { bench, first, second, there, merge } = setUp();
    merge(first.householdId, second.householdId);
    const args = { regroupingId: 'regrouping_persons1', fromId: first.personId, intoId: there.personId };
    bench.worker.submit({ name: 'person.merge', args });
    const join = (id: string, personId: string, isNew: boolean) =>
      bench.worker.submit({
        name: 'member.add',
        args: {
          person: isNew ? newPerson(personId) : null,
          membership: newMembership(id, { personId, householdId: first.householdId }),
        },
      });
    expect(join('membership_newborn', 'person_newborn_001', true).outcome).toBe('applied');
    expect(join('membership_known_1', first.personId, false).outcome).toBe('applied');
    expect(bench.row('membership', 'membership_newborn').fields.householdId).toBe(second.householdId);
    expect(bench.row('membership', 'membership_known_1').fields).toMatchObject({
      householdId: second.householdId,
      personId: there.personId,
    });
  });

  it('goes where a chain of merges leads, and no further than was taken back', () => {
    const { bench, grid, first, second, merge } = setUp();
    const third = grid.householdIds[2] ?? '';
    merge(first.householdId, second.householdId);
    const later = 'regrouping_later_01';
    const onward = { regroupingId: later, fromId: second.householdId, intoId: third, toOn: '2026-03-02' };
    bench.worker.submit({ name: 'household.merge', args: onward });
    const raise = (id: string) => {
      const { dwellingId, householdId } = first;
      bench.worker.submit({ name: 'need.raise', args: { need: newNeed(id, { dwellingId, householdId }) } });
      return bench.row('need', id).fields.householdId;
    };
    expect(raise('need_of_chain_0001')).toBe(third);
    bench.worker.submit({ name: 'regrouping.undo', args: { regroupingId: later } });
    expect(raise('need_of_chain_0002')).toBe(second.householdId);
  });

  it('waits again with the one in the middle when only the last merge of a chain is taken back', () => {
    const { bench, grid, other, first, second, there, merge } = setUp();
    merge(first.householdId, second.householdId);
    const later = 'regrouping_later_01';
    const onward = { regroupingId: later, fromId: second.householdId, intoId: there.householdId, toOn: '2026-03-02' };
    bench.worker.submit({ name: 'household.merge', args: onward });
    bench.clock.advance(60_000);
    expect(bench.firstWorker.submit(visited(first), { id: 'mutation_held_0001' })).toMatchObject({ outcome: 'held' });
    expect(bench.row('heldWork', 'mutation_held_0001').buckets).toEqual([`grid:${other.gridId}`]);
    bench.worker.submit({ name: 'regrouping.undo', args: { regroupingId: later } });
    expect(bench.row('heldWork', 'mutation_held_0001').buckets).toEqual([`grid:${grid.gridId}`]);
  });

  it('is refused when whom it stands for by now was erased', () => {
    const { bench, first, second, undo } = setUp();
    const madePerson = 'person_made_000001';
    const args = { regroupingId, personId: first.personId, membershipIds: [], tagIds: [] };
    bench.worker.submit({ name: 'person.split', args: { ...args, person: newPerson(madePerson) } });
    undo();
    expect(bench.row('person', madePerson).deleted).toBe(true);
    bench.server.load([emptiedPerson(bench.row('person', first.personId), bench.clock.now())]);
    const tag = newTag('tag_00000000000001', { personId: madePerson });
    const membership = newMembership('membership_later1', { personId: madePerson, householdId: second.householdId });
    for (const intent of [
      { name: 'tag.add', args: { tag } },
      { name: 'member.add', args: { person: null, membership } },
    ] as const)
      expect(bench.worker.submit(intent)).toMatchObject({ outcome: 'refused', reason: 'erased' });
  });
});

describe('an edit of a record that was merged away', () => {
  const changed = (table: 'household' | 'person', id: string, values: Readonly<Record<string, string>>, seen = 1) => ({
    name: 'record.edit' as const,
    args: { table, id, edits: Object.entries(values).map(([field, to]) => ({ field, to, on: null, seen })) },
  });

  it('stands in the one that is kept', () => {
    const { bench, first, second, mergePersons } = setUp();
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    mergePersons(first.personId, second.personId);
    const [done] = submitLate(bench, [changed('person', first.personId, { workplace: '面粉厂' })], at);
    expect(done?.outcome).toBe('applied');
    expect(bench.row('person', second.personId).fields['workplace']).toBe('面粉厂');
    expect(bench.row('person', first.personId).fields['workplace']).toBeNull();
  });

  it('never runs over what its author cannot have seen there: the later value wins, the other is kept for people', () => {
    const { bench, first, second, mergePersons } = setUp();
    const { rev } = bench.worker.submit(changed('person', second.personId, { phone: '13900000002' }));
    bench.clock.advance(60_000);
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    mergePersons(first.personId, second.personId);
    const late = changed('person', first.personId, { phone: '13900000001' }, Number(rev));
    expect(submitLate(bench, [late], at)).toMatchObject([{ outcome: 'merged' }]);
    expect(bench.row('person', second.personId).fields['phone']).toBe('13900000001');
    expect(bench.rows('conflict')).toMatchObject([{ fields: { rowId: second.personId, lostValue: '13900000002' } }]);
  });

  it('waits for whoever works the grid that the merge led into: nobody writes over what they may not see', () => {
    const { bench, other, first, there, merge } = setUp();
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    merge(first.householdId, there.householdId);
    const late = changed('household', first.householdId, { note: '狗咬人' });
    const held = bench.firstWorker.submit(late, { at, id: 'mutation_held_0001' });
    expect(held).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(bench.row('heldWork', 'mutation_held_0001').buckets).toEqual([`grid:${other.gridId}`]);
    const taken = { heldId: 'mutation_held_0001', state: 'taken' as const };
    expect(bench.secondWorker.submit({ name: 'held.decide', args: taken }).outcome).toBe('applied');
    expect(bench.row('household', there.householdId).fields['note']).toBe('狗咬人');
  });

  it('does not end the household that is kept: people decide', () => {
    const { bench, first, second, merge } = setUp();
    const at = bench.clock.now();
    bench.clock.advance(60_000);
    merge(first.householdId, second.householdId);
    const ending = changed('household', first.householdId, { toOn: '2026-03-01' });
    expect(submitLate(bench, [ending], at)).toMatchObject([{ outcome: 'held' }]);
    expect(bench.row('household', second.householdId).fields['toOn']).toBeNull();
  });

  it('stays with its own record when the merge was taken back', () => {
    const { bench, first, second, mergePersons, undo } = setUp();
    mergePersons(first.personId, second.personId);
    undo();
    bench.worker.submit(changed('person', first.personId, { workplace: '面粉厂' }));
    expect(bench.row('person', first.personId).fields['workplace']).toBe('面粉厂');
    expect(bench.row('person', second.personId).fields['workplace']).toBeNull();
  });
});
