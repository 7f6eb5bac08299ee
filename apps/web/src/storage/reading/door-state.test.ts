import { dayMs } from '@lianxin/domain';
import { beforeEach, expect, test } from 'vitest';
import { countDoors } from './door-count.ts';
import { readDoorState } from './door-state.ts';
import { readRecord } from './read-record.ts';
import { createSampleTown, putFamily, type Sample } from './sample-town.ts';

const today = '2026-11-20';
const now = Date.parse('2026-11-20T08:00:00Z');

let sample: Sample;
let visits = 0;

beforeEach(() => {
  sample = createSampleTown();
});

const visit = (dwellingId: string, daysAgo: number, fields: Record<string, string | null> = {}) => {
  visits += 1;
  return sample.put('visit', `visit-${visits}`, {
    dwellingId,
    outcome: 'met',
    way: 'door',
    visitedAt: now - daysAgo * dayMs,
    ...fields,
  });
};

const stateOf = (id: string) => {
  const dwelling = readRecord(sample.view, 'dwelling', id);
  if (dwelling === undefined) throw new Error(`no ${id}`);
  return readDoorState(sample.view, dwelling, today);
};

test('a door with a household stands by how often the community visits it', () => {
  putFamily(sample, 'd602', { name: '张三' });
  expect(stateOf('d602')).toMatchObject({ standing: 'due', days: null });
  visit('d602', 100, { householdId: 'h-d602-张三' });
  expect(stateOf('d602')).toMatchObject({ standing: 'overdue', days: 100 });
  visit('d602', 91, { householdId: 'h-d602-张三' });
  expect(stateOf('d602')).toMatchObject({ standing: 'due', days: 91 });
  visit('d602', 85, { householdId: 'h-d602-张三' });
  expect(stateOf('d602').standing).toBe('soon');
  visit('d602', 30, { householdId: 'h-d602-张三' });
  expect(stateOf('d602')).toMatchObject({ standing: 'recent', days: 30 });
});

test('whoever is old and alone is looked after every week, as long as nobody there says otherwise', () => {
  putFamily(sample, 'd602', { name: '张三' });
  sample.put('person', 'p-d602-张三', { name: '张三', birthOn: '1940-05-06', identityNumberState: 'none' });
  sample.put('tag', 't1', { personId: 'p-d602-张三', kind: 'livesAlone', fromOn: '2020-01-01' });
  visit('d602', 9, { householdId: 'h-d602-张三' });
  expect(stateOf('d602')).toMatchObject({ standing: 'overdue', days: 9 });
});

test('a closed door is a ring until it is late, and a refusal is an answer until the next turn', () => {
  putFamily(sample, 'd602', { name: '张三' });
  visit('d602', 2, { householdId: 'h-d602-张三', outcome: 'noAnswer' });
  expect(stateOf('d602').standing).toBe('noAnswer');
  visit('d602', 1, { householdId: 'h-d602-张三', outcome: 'refused' });
  expect(stateOf('d602').standing).toBe('refused');
});

test('a household keeps its own visits when it moves behind another door', () => {
  putFamily(sample, 'd602', { name: '张三' });
  visit('d501', 3, { householdId: 'h-d602-张三' });
  expect(stateOf('d602')).toMatchObject({ standing: 'recent', days: 3 });
});

test('a flat without a household is an empty door, a shop without one is not', () => {
  expect(stateOf('d601').standing).toBe('vacant');
  sample.put('dwelling', 'shop', { unitId: 'e1', doorLabel: '底商', use: 'shop', verification: 'checked' });
  expect(stateOf('shop').standing).toBe('due');
});

test('of two households the one that has waited longest decides', () => {
  putFamily(sample, 'y2', { name: '钱一', roomLabel: '东屋' });
  putFamily(sample, 'y2', { name: '钱二', roomLabel: '西屋' });
  visit('y2', 2, { householdId: 'h-y2-东屋钱一' });
  expect(stateOf('y2')).toMatchObject({ standing: 'due', days: null });
  visit('y2', 40, { householdId: 'h-y2-西屋钱二' });
  expect(stateOf('y2')).toMatchObject({ standing: 'recent', days: 40 });
});

test('a door found empty before a household moved in is not empty afterwards', () => {
  visit('d601', 5, { outcome: 'vacant' });
  expect(stateOf('d601').standing).toBe('vacant');
  putFamily(sample, 'd601', { name: '李四' });
  expect(stateOf('d601').standing).toBe('due');
});

test('a household that is said to have gone stands as vacant until it is ended', () => {
  putFamily(sample, 'd602', { name: '张三' });
  visit('d602', 1, { outcome: 'movedOut', householdId: 'h-d602-张三' });
  expect(stateOf('d602').standing).toBe('vacant');
});

test('a voided visit counts for nothing', () => {
  putFamily(sample, 'd602', { name: '张三' });
  const slip = visit('d602', 0, { householdId: 'h-d602-张三' });
  visit('d602', 0, { householdId: 'h-d602-张三', voidOf: slip });
  expect(stateOf('d602')).toMatchObject({ standing: 'due', days: null, lastVisit: null });
});

test('doors are counted with their households, empty ones and visits of this month', () => {
  putFamily(sample, 'd602', { name: '张三' });
  putFamily(sample, 'd501', { name: '李四' });
  visit('d602', 3, { householdId: 'h-d602-张三' });
  visit('d501', 100, { householdId: 'h-d501-李四' });
  const doors = ['d602', 'd601', 'd501', 'd101'].map(stateOf);
  expect(countDoors(doors, today)).toEqual({ doors: 4, households: 2, vacant: 2, visitedThisMonth: 1, due: 1 });
});

test('somebody met at a shared door, nobody said who, is no visit to any of its rooms', () => {
  putFamily(sample, 'd602', { name: '张三', roomLabel: '东屋' });
  visit('d602', 2);
  expect(stateOf('d602').standing).toBe('recent');
  putFamily(sample, 'd602', { name: '李四', roomLabel: '西屋' });
  expect(stateOf('d602').standing).toBe('due');
});
