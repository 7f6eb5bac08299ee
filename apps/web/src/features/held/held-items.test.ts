import type { FieldMap } from '@lianxin/domain';
import { expect, test } from 'vitest';
import { createSampleTown, putFamily, type Sample } from '../../storage/reading/sample-town.ts';
import { dropIntent, heldItems, takeIntents } from './held-items.ts';

const id = (n: number): string => `01900000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;

const hold = (town: Sample, n: number, more: FieldMap): string =>
  town.put('heldWork', id(n), {
    mutationId: id(n),
    mutationVersion: 1,
    authorId: id(90),
    authorName: '王芳',
    writtenAt: n * 1_000,
    reason: 'outOfScope',
    state: 'open',
    ...more,
  });

const town = () => {
  const sample = createSampleTown();
  const dwellingId = sample.put('dwelling', id(1), { unitId: 'e1', doorLabel: '603', verification: 'checked' });
  const householdId = sample.put('household', id(2), { dwellingId, phone: '19990000111', verification: 'checked' });
  putFamily(sample, 'd601', { name: '欧阳秀英' });
  return { sample, dwellingId, householdId };
};

const editPhone = (householdId: string): FieldMap => ({
  mutationName: 'record.edit',
  args: { table: 'household', id: householdId, edits: [{ field: 'phone', to: '19990000222', on: null, seen: 1 }] },
});

test('an edit shows what stands there now and what it would become, and is taken with what was on screen', () => {
  const { sample, householdId, dwellingId } = town();
  hold(sample, 10, editPhone(householdId));
  const [item] = heldItems(sample.view);
  expect(item).toMatchObject({
    what: '改 3号楼 1单元 603 户主电话',
    changes: [{ label: '户主电话', now: '19990000111', proposed: '19990000222' }],
    lines: [],
    doorHref: `/door/${dwellingId}?household=${householdId}`,
    isTakeable: true,
  });
  if (item === undefined) throw new Error('nothing held');
  const seen = sample.view.row('household', householdId)?.rev;
  expect(takeIntents(item)).toEqual([{ name: 'held.decide', args: { heldId: id(10), state: 'taken', seen } }]);
  expect(dropIntent(item)).toEqual({ name: 'held.decide', args: { heldId: id(10), state: 'dropped' } });
});

test('an edit of what is gone can only be left aside', () => {
  const { sample } = town();
  hold(sample, 10, editPhone(id(77)));
  expect(heldItems(sample.view)[0]).toMatchObject({ isTakeable: false, doorHref: null });
});

test('a visit shows every word of it and leads to its door', () => {
  const { sample, dwellingId } = town();
  hold(sample, 10, {
    mutationName: 'visit.log',
    args: { visit: { id: id(20), fields: { dwellingId, outcome: 'met', note: '腿脚不便' } }, needs: [] },
  });
  const [item] = heldItems(sample.view);
  expect(item?.what).toBe('走访 3号楼 1单元 603 见到');
  expect(item?.lines.join()).toContain('腿脚不便');
  expect(item?.doorHref).toBe(`/door/${dwellingId}`);
});

test('what builds on other held work is taken after it, all the way down', () => {
  const { sample, dwellingId } = town();
  const household = { id: id(30), fields: { dwellingId } };
  hold(sample, 10, { mutationName: 'household.add', args: { household } });
  hold(sample, 11, {
    mutationName: 'member.add',
    args: {
      person: { id: id(31), fields: { name: '钱向阳' } },
      membership: { id: id(32), fields: { personId: id(31), householdId: id(30) } },
    },
  });
  hold(sample, 12, {
    mutationName: 'tag.add',
    args: { tag: { id: id(33), fields: { personId: id(31), kind: 'livesAlone' } } },
  });
  const items = heldItems(sample.view);
  expect(items.map(({ after }) => after.length)).toEqual([0, 1, 2]);
  const [, , tag] = items;
  if (tag === undefined) throw new Error('three held');
  expect(takeIntents(tag).map(({ args }) => args)).toMatchObject([
    { heldId: id(10) },
    { heldId: id(11) },
    { heldId: id(12) },
  ]);
});

test('what was saved in one breath keeps its order, and work that builds on itself is not followed round', () => {
  const { sample, dwellingId } = town();
  const carries = (own: string, names: string): FieldMap => ({
    household: { id: own, fields: { dwellingId } },
    membership: { id: own, fields: { householdId: names } },
  });
  const writtenAt = 5_000;
  hold(sample, 10, { writtenAt, mutationName: 'member.add', args: carries(id(40), id(41)) });
  hold(sample, 11, { writtenAt, mutationName: 'household.add', args: carries(id(41), id(99)) });
  expect(heldItems(sample.view).map(({ held, after }) => [held.id, after.length])).toEqual([
    [id(11), 0],
    [id(10), 1],
  ]);
  hold(sample, 12, { mutationName: 'member.add', args: carries(id(42), id(43)) });
  hold(sample, 13, { mutationName: 'member.add', args: carries(id(43), id(42)) });
  expect(heldItems(sample.view)).toHaveLength(4);
});

test('what was decided on is no longer listed, and work that this app does not know cannot be taken', () => {
  const { sample, householdId } = town();
  hold(sample, 10, { ...editPhone(householdId), state: 'taken' });
  hold(sample, 11, { mutationName: 'pact.sign', args: {} });
  expect(heldItems(sample.view)).toMatchObject([{ what: '一条记录', isTakeable: false }]);
});
