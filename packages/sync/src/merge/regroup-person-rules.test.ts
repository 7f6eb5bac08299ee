import { createBench, createTown, newMembership, newNeed, newPerson, newTag } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const regroupingId = 'regrouping_00000001';

const setUp = (numbers: readonly [string | null, string | null] = [null, null]) => {
  const town = createTown();
  const [grid, other] = town.grids;
  const [kept = '', twin = ''] = grid.personIds;
  const withNumber = (id: string): string | null => (id === kept ? numbers[0] : id === twin ? numbers[1] : null);
  const rows = town.rows.map((row) => {
    const hash = row.table === 'person' ? withNumber(row.id) : null;
    const number = { identityNumberHash: hash, identityNumberSealed: 'lx1.sealed', identityNumberState: 'registered' };
    return hash === null ? row : { ...row, fields: { ...row.fields, ...number } };
  });
  const bench = createBench({ ...town, rows });
  const homeOf = (index: number) => grid.householdIds[index] ?? '';
  const join = (personId: string, householdId: string, id: string) =>
    bench.worker.submit({
      name: 'member.add',
      args: { person: null, membership: newMembership(id, { personId, householdId }) },
    });
  const merge = (fromId: string, intoId: string, by = bench.worker) =>
    by.submit({ name: 'person.merge', args: { regroupingId, fromId, intoId } });
  const undo = () => bench.worker.submit({ name: 'regrouping.undo', args: { regroupingId } });
  return { bench, grid, other, kept, twin, homeOf, join, merge, undo };
};

describe('merging two records of one human being', () => {
  it('gives memberships, tags and needs to the kept one and leaves the other empty, not erased', () => {
    const { bench, grid, kept, twin, merge } = setUp();
    const { worker } = bench;
    worker.submit({ name: 'tag.add', args: { tag: newTag('tag_00000000000001', { personId: twin }) } });
    const need = newNeed('need_0000000000001', {
      dwellingId: grid.dwellingIds[1] ?? '',
      householdId: grid.householdIds[1] ?? '',
      personId: twin,
    });
    worker.submit({ name: 'need.raise', args: { need } });
    expect(merge(twin, kept).outcome).toBe('applied');
    for (const [table, id] of [
      ['membership', grid.membershipIds[1] ?? ''],
      ['tag', 'tag_00000000000001'],
      ['need', need.id],
    ] as const)
      expect(bench.row(table, id).fields.personId).toBe(kept);
    expect(bench.row('person', twin)).toMatchObject({ deleted: false, fields: { erasedAt: null } });
    expect(bench.row('person', twin).fields.name).not.toBeNull();
  });

  it('ends what both have as a double', () => {
    const { bench, kept, twin, homeOf, join, merge } = setUp();
    join(twin, homeOf(0), 'membership_double1');
    for (const [index, personId] of [kept, twin].entries()) {
      const tag = newTag(`tag_of_person_000${index}`, { personId });
      bench.worker.submit({ name: 'tag.add', args: { tag } });
    }
    merge(twin, kept);
    expect(bench.row('membership', 'membership_double1').fields).toMatchObject({
      personId: twin,
      endReason: 'recordedInError',
    });
    expect(bench.row('tag', 'tag_of_person_0001').fields).toMatchObject({ personId: twin });
    expect(bench.row('tag', 'tag_of_person_0001').fields.toOn).not.toBeNull();
  });

  it('is refused for two different numbers, which only the server can tell', () => {
    const other = setUp(['hash-one', 'hash-two']);
    expect(other.merge(other.twin, other.kept)).toMatchObject({ outcome: 'refused', field: 'identityNumberState' });
    const same = setUp(['hash-one', 'hash-one']);
    expect(same.merge(same.twin, same.kept).outcome).toBe('applied');
  });

  it('tells on the kept record that a number is registered, until it is taken back', () => {
    const { bench, kept, twin, merge, undo } = setUp([null, 'hash-one']);
    merge(twin, kept);
    expect(bench.row('person', kept).fields.identityNumberState).toBe('registered');
    undo();
    expect(bench.row('person', kept).fields.identityNumberState).toBe('none');
  });

  it('lies wherever one of the two lives, moves with both, and asks whoever does not work there', () => {
    const { bench, grid, other, kept, twin, join, merge } = setUp();
    join(twin, other.householdIds[0] ?? '', 'membership_there01');
    expect(merge(twin, kept, bench.firstWorker).outcome).toBe('held');
    const again = setUp();
    again.join(twin, other.householdIds[0] ?? '', 'membership_there01');
    again.merge(twin, kept);
    const both = [`grid:${grid.gridId}`, `grid:${other.gridId}`].sort();
    const lie = () => [kept, twin].map((id) => again.bench.row('person', id).buckets);
    expect(lie()).toEqual([both, both]);
    for (const index of [0, 1])
      again.bench.worker.submit({
        name: 'household.move',
        args: { householdId: grid.householdIds[index] ?? '', dwellingId: other.dwellingIds[1] ?? '' },
      });
    expect(lie()).toEqual([[`grid:${other.gridId}`], [`grid:${other.gridId}`]]);
    expect(again.bench.row('regrouping', regroupingId).buckets).toEqual([`grid:${other.gridId}`]);
  });

  it('is refused with itself, with nobody and with somebody who was erased', () => {
    const { kept, merge } = setUp();
    expect(merge(kept, kept)).toMatchObject({ reason: 'invalid' });
    expect(merge(kept, 'person_nowhere_001')).toMatchObject({ reason: 'notFound' });
  });
});

describe('splitting a record in which two people were mixed', () => {
  const split = (setting: ReturnType<typeof setUp>, membershipIds: readonly string[]) =>
    setting.bench.worker.submit({
      name: 'person.split',
      args: {
        regroupingId,
        personId: setting.kept,
        person: newPerson('person_second_0001', { name: '王建国' }),
        membershipIds: [...membershipIds],
        tagIds: [],
      },
    });

  it('gives the chosen memberships to the new one, and each lies where it lives', () => {
    const setting = setUp();
    const { bench, grid, other, kept, join, undo } = setting;
    join(kept, other.householdIds[0] ?? '', 'membership_there01');
    expect(split(setting, ['membership_there01']).outcome).toBe('applied');
    expect(bench.row('membership', 'membership_there01').fields.personId).toBe('person_second_0001');
    expect(bench.row('person', kept).buckets).toEqual([`grid:${grid.gridId}`]);
    expect(bench.row('person', 'person_second_0001').buckets).toEqual([`grid:${other.gridId}`]);
    undo();
    expect(bench.row('person', 'person_second_0001').deleted).toBe(true);
    expect(bench.row('person', kept).buckets).toHaveLength(2);
  });

  it('is refused for a membership that is somebody else’s', () => {
    const setting = setUp();
    expect(split(setting, [setting.grid.membershipIds[2] ?? ''])).toMatchObject({ reason: 'stateChanged' });
  });
});
