import { createBench, newMembership, newPerson, newTag, newVisit } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const visitId = 'visit_000000000001';

const setUp = () => {
  const bench = createBench();
  const [grid, other] = bench.place.grids;
  const personId = grid.personIds[0] ?? '';
  const home = { dwellingId: grid.dwellingIds[0] ?? '', householdId: grid.householdIds[0] ?? '' };
  const edit = (field: string, to: string, how: { readonly visitId?: string; readonly isLate?: boolean } = {}) => {
    const { visitId: seenAt, isLate = false } = how;
    const edits = [{ field, to, on: null, seen: isLate ? 0 : 9_999 }];
    bench.clock.advance(1_000);
    return (isLate ? bench.firstWorker : bench.worker).submit(
      { name: 'record.edit', args: { table: 'person', id: personId, edits, ...(seenAt && { visitId: seenAt }) } },
      isLate ? { at: 1 } : {},
    );
  };
  const visit = (where = home) =>
    bench.worker.submit({ name: 'visit.log', args: { visit: newVisit(visitId, where), needs: [] } });
  const changes = () => bench.rows('fieldChange').filter((row) => !row.deleted);
  return { bench, grid, other, personId, home, edit, visit, changes };
};

describe('a change of a value', () => {
  it('is told with who, when, what was there and at which visit, where the record lies', () => {
    const { bench, grid, personId, edit, visit, changes } = setUp();
    visit();
    const before = bench.row('person', personId).fields.phone;
    const { rev } = edit('phone', '19990000001', { visitId });
    expect(changes()).toMatchObject([
      {
        rev,
        buckets: [`grid:${grid.gridId}`],
        fields: {
          table: 'person',
          rowId: personId,
          field: 'phone',
          before,
          after: '19990000001',
          changedAt: bench.clock.now(),
          changedByName: '陈网格',
          visitId,
        },
      },
    ]);
  });

  it('names no visit that is not there, or lies in another grid', () => {
    const { edit, visit, changes, other } = setUp();
    edit('note', '没去过', { visitId });
    visit({ dwellingId: other.dwellingIds[0] ?? '', householdId: other.householdIds[0] ?? '' });
    edit('note', '别处', { visitId });
    expect(changes().map(({ fields }) => fields.visitId)).toEqual([null, null]);
  });

  it('is not told when the value stays, or when it lost and is kept as the other version', () => {
    const { edit, changes } = setUp();
    edit('note', '甲');
    edit('note', '甲');
    expect(changes()).toHaveLength(1);
    const lost = edit('note', '乙', { isLate: true });
    expect([lost.outcome, changes().length]).toEqual(['merged', 1]);
  });

  it('is told when somebody takes the other version after all', () => {
    const { bench, personId, edit, changes } = setUp();
    edit('note', '甲');
    edit('note', '乙', { isLate: true });
    const conflictId = bench.rows('conflict')[0]?.id ?? '';
    bench.worker.submit({ name: 'conflict.decide', args: { conflictId, state: 'changed', seen: 99 } });
    const last = changes().at(-1);
    expect(last?.fields).toMatchObject({ rowId: personId, before: '甲', after: '乙' });
  });

  it('is told of groups, of who came and of who left', () => {
    const { bench, grid, personId, home, changes } = setUp();
    const { worker } = bench;
    worker.submit({ name: 'tag.add', args: { tag: newTag('tag_00000000000001', { personId }) } });
    worker.submit({ name: 'tag.end', args: { tagId: 'tag_00000000000001', toOn: '2026-03-02' } });
    const membership = newMembership('membership_newcom1', { personId: 'person_newcomer_01', ...home });
    const { dwellingId: _, ...fields } = membership.fields;
    const person = newPerson('person_newcomer_01');
    worker.submit({ name: 'member.add', args: { person, membership: { id: membership.id, fields } } });
    const membershipId = grid.membershipIds[0] ?? '';
    worker.submit({ name: 'membership.end', args: { membershipId, toOn: '2026-03-02', endReason: 'died' } });
    expect(changes().map(({ fields: told }) => [told.table, told.field, told.after])).toEqual([
      ['tag', 'kind', 'livesAlone'],
      ['tag', 'toOn', '2026-03-02'],
      ['membership', 'kind', 'resident'],
      ['membership', 'toOn', '2026-03-02'],
      ['membership', 'endReason', 'died'],
    ]);
  });

  it('is told by whoever wrote it when held work is taken over', () => {
    const { bench, personId, changes } = setUp();
    const tag = newTag('tag_00000000000001', { personId });
    const held = bench.secondWorker.submit({ name: 'tag.add', args: { tag } });
    expect(held.outcome).toBe('held');
    bench.firstWorker.submit({ name: 'held.decide', args: { heldId: held.id, state: 'taken' } });
    expect(changes().map(({ fields }) => fields.changedByName)).toEqual(['二网格']);
  });
});

describe('the order in which doors are walked', () => {
  it('is no fact that anybody asks after', () => {
    const { bench, home, changes } = setUp();
    const edits = [{ field: 'walkOrder', to: 7, on: null, seen: 99 }];
    bench.worker.submit({ name: 'record.edit', args: { table: 'dwelling', id: home.dwellingId, edits } });
    expect(changes()).toEqual([]);
  });
});

describe('a record that changes without end', () => {
  it('keeps its newest hundred changes, and nothing is left of the others but that they were', () => {
    const { bench, edit, changes } = setUp();
    for (let count = 1; count <= 103; count += 1) edit('note', `第${count}次`);
    expect(changes()).toHaveLength(100);
    expect(changes().map(({ fields }) => fields.after)).not.toContain('第3次');
    const gone = bench.rows('fieldChange').filter((row) => row.deleted);
    expect(gone.every(({ fields }) => Object.values(fields).every((value) => value === null))).toBe(true);
  });
});
