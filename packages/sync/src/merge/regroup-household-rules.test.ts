import { createBench, newHousehold, newMembership, newNeed, newPerson } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const regroupingId = 'regrouping_00000001';
const made = 'household_made_001';

const setUp = () => {
  const bench = createBench();
  const [grid, other] = bench.place.grids;
  const at = (ids: readonly string[], index: number): string => ids[index] ?? '';
  const home = (index: number) => ({
    dwellingId: at(grid.dwellingIds, index),
    householdId: at(grid.householdIds, index),
    personId: at(grid.personIds, index),
    membershipId: at(grid.membershipIds, index),
  });
  const there = {
    dwellingId: at(other.dwellingIds, 0),
    householdId: at(other.householdIds, 0),
    personId: at(other.personIds, 0),
    membershipId: at(other.membershipIds, 0),
  };
  const first = home(0);
  bench.worker.submit({
    name: 'member.add',
    args: {
      person: newPerson('person_child_0001'),
      membership: newMembership('membership_child1', { personId: 'person_child_0001', householdId: first.householdId }),
    },
  });
  const need = (id: string, values: Record<string, string>) =>
    bench.worker.submit({
      name: 'need.raise',
      args: { need: newNeed(id, { dwellingId: first.dwellingId, householdId: first.householdId, ...values }) },
    });
  const split = (dwellingId: string, membershipIds: readonly string[], by = bench.worker) =>
    by.submit({
      name: 'household.split',
      args: {
        regroupingId,
        householdId: first.householdId,
        household: newHousehold(made, { dwellingId }),
        membershipIds: [...membershipIds],
      },
    });
  const merge = (fromId: string, intoId: string, by = bench.worker) =>
    by.submit({ name: 'household.merge', args: { regroupingId, fromId, intoId, toOn: '2026-03-02' } });
  const undo = (by = bench.worker) => by.submit({ name: 'regrouping.undo', args: { regroupingId } });
  return { bench, grid, other, first, second: home(1), there, need, split, merge, undo };
};

describe('splitting a household', () => {
  it('puts the chosen members behind the same door in a household of their own, with their open needs', () => {
    const { bench, first, split, need } = setUp();
    need('need_of_child_0001', { personId: 'person_child_0001' });
    need('need_of_home_00001', {});
    expect(split(first.dwellingId, ['membership_child1']).outcome).toBe('applied');
    expect(bench.row('household', made).fields).toMatchObject({ dwellingId: first.dwellingId, toOn: null });
    expect(bench.row('membership', 'membership_child1').fields.householdId).toBe(made);
    expect(bench.row('membership', first.membershipId).fields.householdId).toBe(first.householdId);
    expect(bench.row('need', 'need_of_child_0001').fields.householdId).toBe(made);
    expect(bench.row('need', 'need_of_home_00001').fields.householdId).toBe(first.householdId);
  });

  it('remembers what was there, who did it and when', () => {
    const { bench, first, split } = setUp();
    split(first.dwellingId, ['membership_child1']);
    expect(bench.row('regrouping', regroupingId).fields).toMatchObject({
      kind: 'splitHousehold',
      fromId: first.householdId,
      intoId: made,
      doneByName: '陈网格',
      undoneAt: null,
      moves: [
        {
          table: 'membership',
          id: 'membership_child1',
          field: 'householdId',
          before: first.householdId,
          after: made,
        },
      ],
    });
  });

  it('behind a door of another grid takes the people there, and asks whoever works only one of them', () => {
    const { bench, other, there, split } = setUp();
    expect(split(there.dwellingId, ['membership_child1'], bench.firstWorker).outcome).toBe('held');
    expect(split(there.dwellingId, ['membership_child1']).outcome).toBe('applied');
    for (const [table, id] of [
      ['household', made],
      ['membership', 'membership_child1'],
      ['person', 'person_child_0001'],
    ] as const)
      expect(bench.row(table, id).buckets).toEqual([`grid:${other.gridId}`]);
  });

  it('is refused for somebody who is not there any more', () => {
    const { bench, first, second, split } = setUp();
    expect(split(first.dwellingId, [second.membershipId])).toMatchObject({ reason: 'stateChanged' });
    bench.worker.submit({
      name: 'membership.end',
      args: { membershipId: 'membership_child1', toOn: '2026-03-01', endReason: 'movedOut' },
    });
    expect(split(first.dwellingId, ['membership_child1'])).toMatchObject({ reason: 'stateChanged' });
    expect(split(first.dwellingId, ['membership_nowhere'])).toMatchObject({ reason: 'notFound' });
  });

  it('taken back leaves no second household behind', () => {
    const { bench, first, split, undo } = setUp();
    split(first.dwellingId, ['membership_child1']);
    expect(undo().outcome).toBe('applied');
    expect(bench.row('household', made).deleted).toBe(true);
    expect(bench.row('membership', 'membership_child1').fields.householdId).toBe(first.householdId);
    expect(undo()).toMatchObject({ outcome: 'refused', reason: 'stateChanged' });
  });

  it('taken back keeps the second household when somebody has moved in there since', () => {
    const { bench, first, split, undo } = setUp();
    split(first.dwellingId, ['membership_child1']);
    const membership = newMembership('membership_later1', { personId: 'person_later_0001', householdId: made });
    bench.worker.submit({ name: 'member.add', args: { person: newPerson('person_later_0001'), membership } });
    undo();
    expect(bench.row('household', made).deleted).toBe(false);
    expect(bench.row('membership', 'membership_later1').fields.householdId).toBe(made);
  });
});

describe('merging two households', () => {
  it('moves members and open needs, and ends the emptied one', () => {
    const { bench, first, second, merge, need } = setUp();
    need('need_of_home_00001', {});
    expect(merge(first.householdId, second.householdId).outcome).toBe('applied');
    expect(bench.row('household', first.householdId).fields.toOn).toBe('2026-03-02');
    for (const id of [first.membershipId, 'membership_child1'])
      expect(bench.row('membership', id).fields).toMatchObject({ householdId: second.householdId, toOn: null });
    expect(bench.row('need', 'need_of_home_00001').fields).toMatchObject({
      householdId: second.householdId,
      dwellingId: second.dwellingId,
    });
  });

  it('ends the codes of the emptied one, and gives them back with it', () => {
    const { bench, first, second, merge, undo } = setUp();
    const issue = (id: string, householdId: string, token: string) =>
      bench.worker.submit({
        name: 'code.issue',
        args: { code: { id, fields: { householdId, token, fromOn: '2026-03-01' } } },
      });
    expect(issue('code_of_first_0001', first.householdId, 'A'.repeat(22)).outcome).toBe('applied');
    expect(issue('code_of_second_001', second.householdId, 'B'.repeat(22)).outcome).toBe('applied');
    merge(first.householdId, second.householdId);
    expect(bench.row('householdCode', 'code_of_first_0001').fields.toOn).toBe('2026-03-02');
    expect(bench.row('householdCode', 'code_of_second_001').fields.toOn).toBeNull();
    expect(undo().outcome).toBe('applied');
    expect(bench.row('householdCode', 'code_of_first_0001').fields.toOn).toBeNull();
  });

  it('ends as a double whoever is in both', () => {
    const { bench, first, second, merge } = setUp();
    const membership = newMembership('membership_double1', {
      personId: first.personId,
      householdId: second.householdId,
    });
    bench.worker.submit({ name: 'member.add', args: { person: null, membership } });
    merge(first.householdId, second.householdId);
    expect(bench.row('membership', first.membershipId).fields).toMatchObject({
      householdId: first.householdId,
      toOn: '2026-03-02',
      endReason: 'recordedInError',
    });
  });

  it('across grids takes people, needs and what is told of them along; whoever works only one side is held', () => {
    const { bench, grid, other, first, there, merge, need, undo } = setUp();
    need('need_of_home_00001', {});
    const edits = [{ field: 'note', to: '腿脚不便', on: null, seen: 99 }];
    bench.worker.submit({ name: 'record.edit', args: { table: 'person', id: first.personId, edits } });
    expect(merge(first.householdId, there.householdId, bench.firstWorker).outcome).toBe('held');
    merge(first.householdId, there.householdId);
    const rows = () => [
      bench.row('membership', first.membershipId),
      bench.row('person', first.personId),
      bench.row('need', 'need_of_home_00001'),
      ...bench.rows('fieldChange').filter(({ fields }) => fields.rowId === first.personId),
    ];
    expect(rows().map(({ buckets }) => buckets)).toEqual(rows().map(() => [`grid:${other.gridId}`]));
    const both = [`grid:${grid.gridId}`, `grid:${other.gridId}`].sort();
    expect(bench.row('regrouping', regroupingId).buckets).toEqual(both);
    expect(undo(bench.firstWorker).outcome).toBe('held');
    expect(undo().outcome).toBe('applied');
    expect(rows().map(({ buckets }) => buckets)).toEqual(rows().map(() => [`grid:${grid.gridId}`]));
  });

  it('waits with the merge when that is held: a doubt about one is a doubt about the other', () => {
    const { bench, first, there, merge, undo } = setUp();
    merge(first.householdId, there.householdId, bench.firstWorker);
    expect(undo(bench.firstWorker).outcome).toBe('held');
  });

  it('is refused with itself and with one that has ended', () => {
    const { bench, first, second, merge } = setUp();
    expect(merge(first.householdId, first.householdId)).toMatchObject({ reason: 'invalid' });
    bench.worker.submit({ name: 'household.end', args: { householdId: second.householdId, toOn: '2026-03-01' } });
    expect(merge(first.householdId, second.householdId)).toMatchObject({ reason: 'alreadyEnded' });
  });

  it('taken back puts back what nobody has moved since, and says what it left', () => {
    const { bench, first, second, merge, undo } = setUp();
    merge(first.householdId, second.householdId);
    bench.worker.submit({
      name: 'household.split',
      args: {
        regroupingId: 'regrouping_later_01',
        householdId: second.householdId,
        household: newHousehold(made, { dwellingId: second.dwellingId }),
        membershipIds: ['membership_child1'],
      },
    });
    expect(undo().outcome).toBe('applied');
    expect(bench.row('household', first.householdId).fields.toOn).toBeNull();
    expect(bench.row('membership', first.membershipId).fields.householdId).toBe(first.householdId);
    expect(bench.row('membership', 'membership_child1').fields.householdId).toBe(made);
    expect(bench.row('regrouping', regroupingId).fields).toMatchObject({
      undoneByName: '陈网格',
      stayed: [{ id: 'membership_child1', field: 'householdId' }],
    });
  });

  it('keeps an edit that was written meanwhile, and its loser where there is one', () => {
    const { bench, first, second, merge } = setUp();
    merge(first.householdId, second.householdId);
    const edit = (to: string, seen: number) =>
      bench.worker.submit({
        name: 'record.edit',
        args: { table: 'membership', id: first.membershipId, edits: [{ field: 'relationText', to, on: null, seen }] },
      }).outcome;
    expect([edit('岳母', 1), edit('舅妈', 1)]).toEqual(['applied', 'merged']);
    expect(bench.rows('conflict')).toMatchObject([{ fields: { rowId: first.membershipId, lostValue: '舅妈' } }]);
  });
});
