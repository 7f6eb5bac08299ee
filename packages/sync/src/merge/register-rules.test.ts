import {
  createBench,
  newDwelling,
  newHelp,
  newHousehold,
  newMembership,
  newNeed,
  newNotice,
  newPerson,
  newTag,
  newVisit,
  newWish,
} from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const setUp = () => {
  const bench = createBench();
  const [grid, other] = bench.place.grids;
  const at = (ids: readonly string[], index = 0): string => ids[index] ?? '';
  const ids = {
    dwelling: at(grid.dwellingIds),
    neighbour: at(grid.dwellingIds, 1),
    elsewhere: at(other.dwellingIds),
    household: at(grid.householdIds),
    otherHousehold: at(other.householdIds),
    person: at(grid.personIds),
    otherPerson: at(other.personIds),
    membership: at(grid.membershipIds),
  };
  return { bench, ids, here: `grid:${grid.gridId}`, there: `grid:${other.gridId}`, grid, other };
};

const newcomerId = 'person_newcomer_01';
const membershipId = 'membership_newcom1';
const newcomer = (householdId: string, values: Parameters<typeof newPerson>[1] = {}) => ({
  name: 'member.add' as const,
  args: {
    person: newPerson(newcomerId, values),
    membership: newMembership(membershipId, { personId: newcomerId, householdId }),
  },
});

describe('adding a door', () => {
  const dwellingId = 'dwelling_new_00001';

  it('lies in the grid of its entrance, to be checked', () => {
    const { bench, grid, here } = setUp();
    const dwelling = newDwelling(dwellingId, { unitId: grid.doorsUnitId });
    expect(bench.firstWorker.submit({ name: 'dwelling.add', args: { dwelling } }).outcome).toBe('applied');
    expect(bench.row('dwelling', dwellingId)).toMatchObject({
      buckets: [here],
      fields: { doorLabel: '903', verification: 'toCheck' },
    });
  });

  it.each([
    ['a building that is not there', { unitId: 'unit_nowhere_00001' }, 'notFound', 'unitId'],
    ['no door label', { doorLabel: '' }, 'invalid', 'doorLabel'],
    ['floor 500', { floor: 500 }, 'invalid', 'floor'],
  ])('is refused with %s', (_, values, reason, field) => {
    const { bench, grid } = setUp();
    const dwelling = newDwelling(dwellingId, { unitId: grid.doorsUnitId, ...values });
    expect(bench.worker.submit({ name: 'dwelling.add', args: { dwelling } })).toMatchObject({
      outcome: 'refused',
      reason,
      field,
    });
  });

  it('is refused under a community, which is no grid', () => {
    const { bench } = setUp();
    const dwelling = newDwelling(dwellingId, { unitId: bench.place.communityId });
    expect(bench.worker.submit({ name: 'dwelling.add', args: { dwelling } })).toMatchObject({
      reason: 'notFound',
      field: 'unitId',
    });
  });

  it('is refused when its id is taken and held in somebody else’s grid', () => {
    const { bench, ids, grid, other } = setUp();
    const taken = newDwelling(ids.dwelling, { unitId: grid.doorsUnitId });
    expect(bench.worker.submit({ name: 'dwelling.add', args: { dwelling: taken } })).toMatchObject({
      reason: 'alreadyExists',
    });
    const theirs = newDwelling(dwellingId, { unitId: other.doorsUnitId });
    expect(bench.firstWorker.submit({ name: 'dwelling.add', args: { dwelling: theirs } })).toMatchObject({
      outcome: 'held',
    });
  });
});

describe('adding a household', () => {
  const householdId = 'household_new_0001';

  it('lives behind its door, beside the household that is there already', () => {
    const { bench, ids, here } = setUp();
    const household = newHousehold(householdId, { dwellingId: ids.dwelling });
    expect(bench.firstWorker.submit({ name: 'household.add', args: { household } }).outcome).toBe('applied');
    expect(bench.row('household', householdId)).toMatchObject({
      buckets: [here],
      fields: { dwellingId: ids.dwelling, roomLabel: '东屋' },
    });
    expect(bench.rows('household').filter((row) => row.fields.dwellingId === ids.dwelling)).toHaveLength(2);
  });

  it.each([
    ['a door that is not there', { dwellingId: 'dwelling_nowhere_01' }, 'notFound', 'dwellingId'],
    ['a leaving day of its own', { toOn: '2026-03-01' }, 'invalid', 'toOn'],
  ])('is refused with %s', (_, values, reason, field) => {
    const { bench, ids } = setUp();
    const household = newHousehold(householdId, { dwellingId: ids.dwelling, ...values });
    expect(bench.worker.submit({ name: 'household.add', args: { household } })).toMatchObject({
      outcome: 'refused',
      reason,
      field,
    });
  });
});

describe('adding a member', () => {
  it('makes person and membership at one rev, in the household’s grid', () => {
    const { bench, ids, here } = setUp();
    const { rev } = bench.firstWorker.submit(newcomer(ids.household));
    expect(bench.row('person', newcomerId)).toMatchObject({
      rev,
      buckets: [here],
      fields: { name: '钱向阳', identityNumberState: 'none' },
    });
    expect(bench.row('membership', membershipId)).toMatchObject({
      rev,
      buckets: [here],
      fields: { toOn: null, endReason: null },
    });
  });

  it('takes a newborn who has no name yet', () => {
    const { bench, ids } = setUp();
    expect(bench.worker.submit(newcomer(ids.household, { name: null, phone: null })).outcome).toBe('applied');
  });

  it('lets a known person live in a second household, with tags and open conflicts in both grids', () => {
    const { bench, ids, here, there } = setUp();
    bench.worker.submit({ name: 'tag.add', args: { tag: newTag('tag_00000000000001', { personId: ids.person }) } });
    const edit = (to: string, at: number) =>
      bench.worker.submit(
        {
          name: 'record.edit',
          args: { table: 'person', id: ids.person, edits: [{ field: 'note', to, on: null, seen: 0 }] },
        },
        { at },
      );
    edit('甲', bench.clock.now() - 2);
    edit('乙', bench.clock.now() - 1);
    const membership = newMembership(membershipId, { personId: ids.person, householdId: ids.otherHousehold });
    const { rev } = bench.worker.submit({ name: 'member.add', args: { person: null, membership } });
    expect(bench.row('person', ids.person)).toMatchObject({ rev, buckets: [here, there].sort() });
    expect(bench.row('tag', 'tag_00000000000001')).toMatchObject({ rev, buckets: [here, there].sort() });
    expect(bench.rows('conflict').map((row) => row.buckets)).toEqual([[here, there].sort(), [here, there].sort()]);
  });

  it('refuses a person it does not know, one whose id is taken, and one who is not the membership’s', () => {
    const { bench, ids } = setUp();
    const unknown = newMembership(membershipId, { personId: 'person_nowhere_001', householdId: ids.household });
    expect(bench.worker.submit({ name: 'member.add', args: { person: null, membership: unknown } })).toMatchObject({
      reason: 'notFound',
      field: 'personId',
    });
    const taken = newMembership(membershipId, { personId: ids.person, householdId: ids.household });
    expect(
      bench.worker.submit({ name: 'member.add', args: { person: newPerson(ids.person), membership: taken } }),
    ).toMatchObject({ reason: 'alreadyExists' });
    const mixed = newMembership(membershipId, { personId: 'person_nowhere_001', householdId: ids.household });
    expect(
      bench.worker.submit({ name: 'member.add', args: { person: newPerson(newcomerId), membership: mixed } }),
    ).toMatchObject({ reason: 'invalid', field: 'personId' });
    const nowhere = newcomer('household_nowhere1');
    expect(bench.worker.submit(nowhere)).toMatchObject({ reason: 'notFound', field: 'householdId' });
  });

  it('accepts no ID number from a phone', () => {
    const { bench, ids } = setUp();
    expect(bench.worker.submit(newcomer(ids.household, { identityNumberState: 'registered' }))).toMatchObject({
      reason: 'invalid',
      field: 'identityNumberState',
    });
    expect(bench.worker.submit(newcomer(ids.household, { identityNumber: '41059919800101001X' }))).toMatchObject({
      reason: 'invalid',
      field: 'identityNumber',
    });
  });

  it('is held when the person is known only in somebody else’s grid', () => {
    const { bench, ids } = setUp();
    const membership = newMembership(membershipId, { personId: ids.otherPerson, householdId: ids.household });
    expect(bench.firstWorker.submit({ name: 'member.add', args: { person: null, membership } })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
  });
});

describe('ending a membership and a household', () => {
  it.each(['died', 'movedOut', 'recordedInError'] as const)('says that somebody %s, and when', (endReason) => {
    const { bench, ids } = setUp();
    bench.firstWorker.submit({
      name: 'membership.end',
      args: { membershipId: ids.membership, toOn: '2026-03-01', endReason },
    });
    expect(bench.row('membership', ids.membership).fields).toMatchObject({ toOn: '2026-03-01', endReason });
  });

  it('happens once; the second is told', () => {
    const { bench, ids } = setUp();
    const end = () =>
      bench.worker.submit({
        name: 'membership.end',
        args: { membershipId: ids.membership, toOn: '2026-03-01', endReason: 'died' },
      });
    end();
    expect(end()).toMatchObject({ outcome: 'refused', reason: 'alreadyEnded' });
  });

  it('ends the memberships that are current when the household leaves, and no others', () => {
    const { bench, ids } = setUp();
    bench.worker.submit(newcomer(ids.household));
    bench.worker.submit({ name: 'membership.end', args: { membershipId, toOn: '2026-02-01', endReason: 'died' } });
    const { rev } = bench.worker.submit({
      name: 'household.end',
      args: { householdId: ids.household, toOn: '2026-03-01' },
    });
    expect(bench.row('household', ids.household)).toMatchObject({ rev, fields: { toOn: '2026-03-01' } });
    expect(bench.row('membership', ids.membership)).toMatchObject({
      rev,
      fields: { toOn: '2026-03-01', endReason: 'movedOut' },
    });
    expect(bench.row('membership', membershipId).fields).toMatchObject({ toOn: '2026-02-01', endReason: 'died' });
    const again = bench.worker.submit({
      name: 'household.end',
      args: { householdId: ids.household, toOn: '2026-03-01' },
    });
    expect(again).toMatchObject({ outcome: 'refused', reason: 'alreadyEnded' });
  });

  it('refuses what is not there and a day that does not exist', () => {
    const { bench, ids } = setUp();
    const nobody = { membershipId: 'membership_nowhere', toOn: '2026-03-01', endReason: 'died' } as const;
    expect(bench.worker.submit({ name: 'membership.end', args: nobody })).toMatchObject({ reason: 'notFound' });
    expect(
      bench.worker.submit({ name: 'household.end', args: { householdId: 'household_nowhere1', toOn: '2026-03-01' } }),
    ).toMatchObject({ reason: 'notFound' });
    const noDay = { membershipId: ids.membership, toOn: '2026-02-30', endReason: 'died' } as const;
    expect(bench.worker.submit({ name: 'membership.end', args: noDay })).toMatchObject({
      reason: 'invalid',
      field: 'toOn',
    });
  });
});

describe('tags', () => {
  const tagId = 'tag_00000000000001';

  it('lie with their person and end once', () => {
    const { bench, ids, here } = setUp();
    bench.firstWorker.submit({ name: 'tag.add', args: { tag: newTag(tagId, { personId: ids.person }) } });
    expect(bench.row('tag', tagId)).toMatchObject({ buckets: [here], fields: { kind: 'livesAlone', toOn: null } });
    const end = () => bench.firstWorker.submit({ name: 'tag.end', args: { tagId, toOn: '2026-03-02' } });
    expect(end().outcome).toBe('applied');
    expect(end()).toMatchObject({ outcome: 'refused', reason: 'alreadyEnded' });
    expect(bench.row('tag', tagId).fields.toOn).toBe('2026-03-02');
  });

  it('are refused for nobody, twice under one id, and where none is', () => {
    const { bench, ids } = setUp();
    const add = (personId: string) =>
      bench.worker.submit({ name: 'tag.add', args: { tag: newTag(tagId, { personId }) } });
    expect(add('person_nowhere_001')).toMatchObject({ reason: 'notFound', field: 'personId' });
    add(ids.person);
    expect(add(ids.person)).toMatchObject({ reason: 'alreadyExists' });
    expect(
      bench.worker.submit({ name: 'tag.end', args: { tagId: 'tag_nowhere_000001', toOn: '2026-03-02' } }),
    ).toMatchObject({ reason: 'notFound' });
  });

  it.each(['religion', 'ethnicGroup', 'petitioner'])('know no group called %s', (kind) => {
    const { bench, ids } = setUp();
    const tag = newTag(tagId, { personId: ids.person, kind });
    expect(bench.worker.submit({ name: 'tag.add', args: { tag } })).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
      field: 'kind',
    });
  });
});

describe('moving a household', () => {
  const move = (setting: ReturnType<typeof setUp>, dwellingId: string, by = setting.bench.worker) =>
    by.submit({ name: 'household.move', args: { householdId: setting.ids.household, dwellingId } });

  /** Gives the household everything that can hang on it. */
  const furnish = ({ bench, ids }: ReturnType<typeof setUp>) => {
    const { worker } = bench;
    const need = newNeed('need_0000000000001', { dwellingId: ids.dwelling, householdId: ids.household });
    const visit = newVisit('visit_000000000001', { dwellingId: ids.dwelling, householdId: ids.household });
    worker.submit({ name: 'visit.log', args: { visit, needs: [need] } });
    worker.submit({ name: 'tag.add', args: { tag: newTag('tag_00000000000001', { personId: ids.person }) } });
    const wish = newWish('wish_0000000000001', { needId: need.id, noticeId: 'notice_00000000001' });
    worker.submit({ name: 'wish.publish', args: { wish, notice: newNotice('notice_00000000001') } });
    worker.submit({ name: 'help.log', args: { help: newHelp('help_0000000000001', { needId: need.id }) } });
    const targets = [
      ['household', ids.household],
      ['person', ids.person],
      ['membership', ids.membership],
      ['need', need.id],
    ] as const;
    for (const [table, id] of targets) {
      const field = { household: 'note', person: 'note', membership: 'relationText', need: 'detail' }[table];
      worker.submit({ name: 'record.edit', args: { table, id, edits: [{ field, to: '晚写的', on: null, seen: 99 }] } });
      worker.submit(
        { name: 'record.edit', args: { table, id, edits: [{ field, to: '早写的', on: null, seen: 0 }] } },
        { at: 1 },
      );
    }
  };

  it('within the grid changes only the household, and tells so', () => {
    const setting = setUp();
    const { rev } = move(setting, setting.ids.neighbour);
    const changed = [...setting.bench.server.space().rows.values()].filter((row) => row.rev === rev);
    expect(changed).toMatchObject([
      { table: 'household', fields: { dwellingId: setting.ids.neighbour }, buckets: [setting.here] },
      { table: 'fieldChange', fields: { rowId: setting.ids.household, field: 'dwellingId' }, buckets: [setting.here] },
    ]);
  });

  it('across grids takes everything along at one rev: out of the old bucket, into the new', () => {
    const setting = setUp();
    furnish(setting);
    const { bench, here, there, ids } = setting;
    const { rev } = move(setting, ids.elsewhere);
    const written = [...bench.server.space().rows.values()].filter((row) => row.rev === rev);
    const told = written.filter(({ fields }) => fields.field === 'dwellingId');
    expect(told.map(({ table, buckets }) => [table, buckets])).toEqual([['fieldChange', [there]]]);
    const moved = written.filter((row) => !told.includes(row));
    expect([...new Set(moved.map((row) => row.table))].sort()).toEqual([
      'conflict',
      'fieldChange',
      'help',
      'household',
      'membership',
      'need',
      'person',
      'tag',
      'visit',
      'wish',
    ]);
    for (const row of moved) {
      expect(row.buckets).toContain(there);
      expect(row.buckets).not.toContain(here);
      expect(bench.feedOf(row.table, row.id)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ bucket: here, op: 'out', rev }),
          expect.objectContaining({ bucket: there, op: 'put', rev }),
        ]),
      );
    }
    expect(
      [...bench.server.space().feed.values()]
        .filter((entry) => entry.bucket === here && entry.op === 'put')
        .map((entry) => entry.table),
    ).not.toContain('conflict');
  });

  it('leaves with the door what is about the door', () => {
    const setting = setUp();
    const { bench, ids, here } = setting;
    bench.worker.submit({
      name: 'visit.log',
      args: {
        visit: newVisit('visit_000000000001', { dwellingId: ids.dwelling }),
        needs: [newNeed('need_0000000000001', { dwellingId: ids.dwelling })],
      },
    });
    move(setting, ids.elsewhere);
    for (const [table, id] of [
      ['dwelling', ids.dwelling],
      ['visit', 'visit_000000000001'],
      ['need', 'need_0000000000001'],
    ] as const) {
      expect(bench.row(table, id).buckets).toEqual([here]);
    }
  });

  it('leaves a person who also belongs to another household in both grids', () => {
    const setting = setUp();
    const { bench, ids, grid, here, there } = setting;
    const second = newMembership(membershipId, { personId: ids.person, householdId: grid.householdIds[1] ?? '' });
    bench.worker.submit({ name: 'member.add', args: { person: null, membership: second } });
    move(setting, ids.elsewhere);
    expect(bench.row('person', ids.person).buckets).toEqual([here, there].sort());
    expect(bench.row('membership', membershipId).buckets).toEqual([here]);
    expect(bench.row('membership', ids.membership).buckets).toEqual([there]);
  });

  it('writes each row once, also of somebody who left and came back', () => {
    const setting = setUp();
    const { bench, ids } = setting;
    bench.worker.submit({
      name: 'membership.end',
      args: { membershipId: ids.membership, toOn: '2026-02-01', endReason: 'movedOut' },
    });
    const back = newMembership(membershipId, { personId: ids.person, householdId: ids.household });
    bench.worker.submit({ name: 'member.add', args: { person: null, membership: back } });
    const { rev } = move(setting, ids.elsewhere);
    const lines = [...bench.server.space().feed.values()].filter(
      (entry) => entry.rev === rev && entry.table === 'person',
    );
    expect(lines.map((entry) => entry.op).sort()).toEqual(['out', 'put']);
  });

  it('goes back again, and the old grid has a put where it had an exit', () => {
    const setting = setUp();
    const { bench, ids, here, there } = setting;
    move(setting, ids.elsewhere);
    const { rev } = move(setting, ids.dwelling);
    expect(bench.feedOf('person', ids.person)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ bucket: here, op: 'put', rev }),
        expect.objectContaining({ bucket: there, op: 'out', rev }),
      ]),
    );
  });

  it('is refused to or from nowhere, and held unless both grids are the author’s', () => {
    const setting = setUp();
    const { bench, ids } = setting;
    expect(move(setting, 'dwelling_nowhere_01')).toMatchObject({ reason: 'notFound', field: 'dwellingId' });
    const nowhere = { householdId: 'household_nowhere1', dwellingId: ids.dwelling };
    expect(bench.worker.submit({ name: 'household.move', args: nowhere })).toMatchObject({
      reason: 'notFound',
      field: 'householdId',
    });
    expect(move(setting, ids.elsewhere, bench.firstWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(move(setting, ids.elsewhere, bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
  });
});
