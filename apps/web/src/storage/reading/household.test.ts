import { expect, test } from 'vitest';
import { headOf, householdsOfDoor, membersOf, tagKindsOf } from './household.ts';
import { createSampleTown, putFamily } from './sample-town.ts';

const sample = createSampleTown();
const { view, put } = sample;
putFamily(sample, 'd602', { name: '张三' });
const householdId = 'h-d602-张三';
const join = (id: string, relationToHead: string | null, fields: Record<string, string | null> = {}) => {
  const { toOn = null, endReason = null, ...person } = fields;
  put('person', id, { name: id, ...person });
  put('membership', `m-${id}`, { personId: id, householdId, kind: 'resident', relationToHead, toOn, endReason });
};
join('孙女', '42');
join('妻', '12');
join('不明', null);
join('父', '51', { toOn: '2025-01-02', endReason: 'died' });
put('tag', 't1', { personId: '妻', kind: 'disabled' });
put('tag', 't2', { personId: '妻', kind: 'laidOff', toOn: '2025-01-01' });
put('tag', 't3', { personId: '孙女', kind: 'disabled' });

test('the head stands first, then relatives by their code, then those nobody knows the relation of', () => {
  expect(membersOf(view, householdId).current.map(({ person }) => person.name)).toEqual(['张三', '妻', '孙女', '不明']);
});

test('who left is told apart', () => {
  expect(membersOf(view, householdId).former.map(({ person }) => person.name)).toEqual(['父']);
});

test('a tag is told once for a household, and not after it has ended', () => {
  expect(tagKindsOf(membersOf(view, householdId).current)).toEqual(['disabled']);
});

test('the head is the member written as head, else the first', () => {
  const { current } = membersOf(view, householdId);
  expect(headOf(current)?.person.name).toBe('张三');
  expect(headOf(current.slice(1))?.person.name).toBe('妻');
  expect(headOf([])).toBeUndefined();
});

test('a household that has gone is no longer behind the door', () => {
  put('household', 'gone', { dwellingId: 'd602', toOn: '2024-05-01', verification: 'checked' });
  expect(householdsOfDoor(view, 'd602').map(({ id }) => id)).toEqual([householdId]);
});
