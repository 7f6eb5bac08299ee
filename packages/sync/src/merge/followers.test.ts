import { createBench, newHousehold, newVisit } from '@lianxin/testkit';
import { expect, test } from 'vitest';

const id = (label: string): string => `${label}_`.padEnd(20, '0');

/** A household with a visit, answers, a photo, a code and a split, and about each of them work that waits in the first grid. */
const setUp = () => {
  const bench = createBench();
  const [grid, other] = bench.place.grids;
  const [dwellingId = ''] = grid.dwellingIds;
  const [householdId = ''] = grid.householdIds;
  const { submit } = bench.worker;
  submit({ name: 'visit.log', args: { visit: newVisit(id('visit'), { dwellingId, householdId }), needs: [] } });
  const answers = { explained: 'yes' };
  const at = { visitId: id('visit'), dwellingId, householdId };
  submit({
    name: 'answers.give',
    args: { sheet: { id: id('sheet'), fields: { ...at, setKey: 'antiFraud', answers } } },
  });
  const picture = { sha256: 'ab'.repeat(32), bytes: 1_000, width: 1_200, height: 900 };
  submit({ name: 'photo.add', args: { photo: { id: id('photo'), fields: { ...at, ...picture } } } });
  const code = { householdId, token: 'A'.repeat(22), fromOn: '2026-03-01' };
  submit({ name: 'code.issue', args: { code: { id: id('code'), fields: code } } });
  submit({
    name: 'household.split',
    args: {
      regroupingId: id('regrouping'),
      householdId,
      household: newHousehold(id('household_made'), { dwellingId }),
      membershipIds: [grid.membershipIds[0] ?? ''],
    },
  });
  // Somebody of the other grid may do none of this: it is held, and who works this grid is asked.
  const { submit: submitHeld } = bench.secondWorker;
  const held = [
    submitHeld({ name: 'photo.remove', args: { photoId: id('photo') } }, { id: id('held_photo') }),
    submitHeld({ name: 'code.end', args: { codeId: id('code'), toOn: '2026-03-02' } }, { id: id('held_code') }),
    submitHeld({ name: 'regrouping.undo', args: { regroupingId: id('regrouping') } }, { id: id('held_undo') }),
    submitHeld(
      {
        name: 'visit.log',
        args: { visit: newVisit(id('visit_void'), { dwellingId, voidOf: id('visit') }), needs: [] },
      },
      { id: id('held_visit') },
    ),
  ];
  expect(held).toMatchObject(held.map(() => ({ outcome: 'held' })));
  return { bench, grid, other, householdId };
};

test('work that waits for a decision about a photo, a code or a split goes with the household to another grid', () => {
  const { bench, grid, other, householdId } = setUp();
  const [here, there] = [`grid:${grid.gridId}`, `grid:${other.gridId}`];
  const dwellingId = other.dwellingIds[0] ?? '';
  for (const label of ['held_photo', 'held_code', 'held_undo'])
    expect(bench.row('heldWork', id(label)).buckets, label).toEqual([here]);
  bench.worker.submit({ name: 'household.move', args: { householdId, dwellingId } });
  for (const [table, label] of [
    ['visit', 'visit'],
    ['answerSheet', 'sheet'],
    ['photo', 'photo'],
    ['householdCode', 'code'],
    ['heldWork', 'held_photo'],
    ['heldWork', 'held_code'],
  ] as const)
    expect(bench.row(table, id(label)).buckets, label).toEqual([there]);
  // One end of the split stays behind.
  expect(bench.row('regrouping', id('regrouping')).buckets).toEqual([here, there].sort());
  expect(bench.row('heldWork', id('held_undo')).buckets).toEqual([here, there].sort());
});

test('a decision between two values that waits goes with the household as well', () => {
  const { bench, other, householdId } = setUp();
  const edit = (to: string) => ({
    name: 'record.edit' as const,
    args: { table: 'household' as const, id: householdId, edits: [{ field: 'phone', to, on: null, seen: 1 }] },
  });
  bench.worker.submit(edit('13900000001'));
  bench.firstWorker.submit(edit('13900000002'));
  const [conflict] = bench.rows('conflict');
  const decision = { conflictId: conflict?.id ?? '', state: 'kept' as const };
  const held = bench.secondWorker.submit({ name: 'conflict.decide', args: decision }, { id: id('held_decision') });
  expect(held.outcome).toBe('held');
  bench.worker.submit({ name: 'household.move', args: { householdId, dwellingId: other.dwellingIds[0] ?? '' } });
  expect(bench.row('heldWork', id('held_decision')).buckets).toEqual([`grid:${other.gridId}`]);
});
