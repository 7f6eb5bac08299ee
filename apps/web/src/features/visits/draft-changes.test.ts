import { describe, expect, it } from 'vitest';
import { createSampleTown, putFamily } from '../../storage/reading/sample-town.ts';
import { changedTo, changesToIntents, withChange } from './draft-changes.ts';
import type { DraftChange } from './visit-draft.ts';

const sample = createSampleTown();
putFamily(sample, 'd602', { name: '张三', phone: '13800000001' });
const [person, household, membership] = ['p-d602-张三', 'h-d602-张三', 'm-d602-张三'];

type Said = Pick<DraftChange, 'table' | 'id' | 'field' | 'to'> & Partial<DraftChange>;

const intentsOf = (...said: readonly Said[]) => {
  const changes = said.map((change) => ({
    householdId: change.table === 'dwelling' ? null : household,
    was: sample.view.row(change.table, change.id)?.fields[change.field] ?? null,
    seen: 1,
    on: null,
    ...change,
  }));
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `made-${count}`;
  };
  const visit = { view: sample.view, visitId: 'visit-1', householdId: household, on: '2026-11-20', newId };
  return changesToIntents(changes, visit);
};

describe('what turned out different at a visit', () => {
  it('becomes one edit for each record, which names the visit', () => {
    const intents = intentsOf(
      { table: 'person', id: person, field: 'phone', to: ' 13900000002 ' },
      { table: 'dwelling', id: 'd602', field: 'use', to: 'rented' },
      { table: 'person', id: person, field: 'note', to: '腿脚不便' },
    );
    expect(intents).toMatchObject([
      {
        name: 'record.edit',
        args: {
          table: 'person',
          id: person,
          visitId: 'visit-1',
          edits: [
            { field: 'phone', to: '13900000002' },
            { field: 'note', to: '腿脚不便' },
          ],
        },
      },
      { name: 'record.edit', args: { table: 'dwelling', visitId: 'visit-1', edits: [{ field: 'use', to: 'rented' }] } },
    ]);
  });

  it('is nothing where the same stands already, and empty where a value was taken out', () => {
    expect(intentsOf({ table: 'person', id: person, field: 'phone', to: '13800000001' })).toEqual([]);
    expect(intentsOf({ table: 'person', id: person, field: 'phone', to: '  ' })).toMatchObject([
      { args: { edits: [{ field: 'phone', to: null }] } },
    ]);
  });

  it('tells who died or left, and who is there now', () => {
    expect(
      intentsOf(
        { table: 'membership', id: membership, field: 'endReason', to: 'died' },
        { table: 'person', id: 'new-person', field: 'name', to: ' 小𠮷 ' },
        { table: 'person', id: 'nobody', field: 'name', to: ' ' },
      ),
    ).toMatchObject([
      {
        name: 'membership.end',
        args: { membershipId: membership, endReason: 'died', toOn: '2026-11-20', visitId: 'visit-1' },
      },
      {
        name: 'member.add',
        args: {
          visitId: 'visit-1',
          person: { id: 'new-person', fields: { name: '小𠮷', verification: 'toCheck' } },
          membership: { fields: { personId: 'new-person', householdId: household, kind: 'resident' } },
        },
      },
    ]);
  });

  it('stays out of a visit to another room, but for what is true of the dwelling', () => {
    putFamily(sample, 'd602', { name: '李四', roomLabel: '东屋' });
    const elsewhere = { householdId: 'h-d602-东屋李四' };
    expect(
      intentsOf(
        { table: 'membership', id: 'm-d602-东屋李四', field: 'endReason', to: 'died', ...elsewhere },
        { table: 'person', id: 'new-person', field: 'name', to: '小𠮷', ...elsewhere },
        { table: 'dwelling', id: 'd602', field: 'use', to: 'rented' },
      ),
    ).toMatchObject([{ name: 'record.edit', args: { table: 'dwelling' } }]);
  });

  it('leaves what came while the sheet was open to the rules: its author had not seen it', () => {
    const row = sample.view.row('person', person);
    if (row === undefined) throw new Error('nobody there');
    const key = { table: 'person', id: person, field: 'phone', householdId: household } as const;
    const tapped = withChange([], key, '13800000001', row);
    const typed = withChange(tapped, key, '13900000003', { ...row, rev: 900 });
    sample.view.put({ ...row, rev: 900, fields: { ...row.fields, phone: '13700000009' } });
    expect(intentsOf(...typed)).toMatchObject([
      { args: { edits: [{ field: 'phone', to: '13900000003', seen: row.rev, on: null }] } },
    ]);
    // A field that was opened and left as it stood says nothing of it.
    expect(intentsOf(...tapped)).toEqual([]);
    sample.view.put(row);
  });

  it('is said and taken back value by value, and stays where it stands', () => {
    const key = { table: 'person', id: person, field: 'note', householdId: household } as const;
    const other = { ...key, field: 'phone' };
    const row = sample.view.row('person', person);
    const said = withChange(withChange(withChange([], key, '甲', row), other, '1', row), key, '乙', row);
    expect([said.map(({ field }) => field), changedTo(said, key)]).toEqual([['note', 'phone'], '乙']);
    expect(withChange(said, key, undefined, row)).toHaveLength(1);
  });
});
