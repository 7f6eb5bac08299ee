import { emptyMeta, type LocalState, type OutboxEntry } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { historyTarget, readHistory } from './field-history.ts';
import { createSampleTown, putFamily } from './sample-town.ts';

const person = 'p-d602-张三';

const waiting = (n: number, args: unknown): OutboxEntry => ({
  communityId: 'c1',
  n,
  order: n,
  id: `mutation-${n}`,
  name: 'record.edit',
  version: 1,
  at: 9_000 + n,
  offsetMs: 0,
  args,
  acknowledgedRev: null,
});

const stateOf = (...outbox: readonly OutboxEntry[]): LocalState => ({
  meta: emptyMeta('c1', 'replica-1'),
  outbox,
  attention: [],
  kept: [],
});

const edit = (to: string) => ({
  table: 'person',
  id: 'p-d602-0000000001',
  edits: [{ field: 'phone', to, on: null, seen: 1 }],
});

test('what somebody changed is told newest first, a person’s groups and places among it', () => {
  const { view, put } = createSampleTown();
  putFamily({ view, put }, 'd602', { name: '张三' });
  put('tag', 't1', { personId: person, kind: 'livesAlone' });
  const change = (id: string, fields: Record<string, string | number>) =>
    put('fieldChange', id, { table: 'person', rowId: person, field: 'phone', changedByName: '王芳', ...fields });
  change('c-old', { changedAt: 1_000, after: '1' });
  change('c-new', { changedAt: 3_000, before: '1', after: '2', visitId: 'v1' });
  change('c-tag', { changedAt: 2_000, table: 'tag', rowId: 't1', field: 'kind', after: 'livesAlone' });
  const told = readHistory({ view, confirmed: view, state: stateOf() }, { table: 'person', id: person });
  expect(told.map(({ key, table, visitId, isPending }) => [key, table, visitId, isPending])).toEqual([
    ['c-new', 'person', 'v1', false],
    ['c-tag', 'tag', null, false],
    ['c-old', 'person', null, false],
  ]);
});

test('what this phone has not sent yet stands on top, each over the one before it', () => {
  const { view, put } = createSampleTown();
  put('person', 'p-d602-0000000001', { name: '张三', phone: '0', identityNumberState: 'none' });
  const state = stateOf(waiting(1, edit('1')), waiting(2, edit('2')), waiting(3, edit('2')));
  const told = readHistory({ view, confirmed: view, state }, { table: 'person', id: 'p-d602-0000000001' });
  expect(told.map(({ before, after, isPending, byName }) => [before, after, isPending, byName])).toEqual([
    ['1', '2', true, null],
    ['0', '1', true, null],
  ]);
});

test('only records of the register have a history', () => {
  expect([historyTarget('person', 'p'), historyTarget('fieldChange', 'x'), historyTarget('__proto__', 'x')]).toEqual([
    { table: 'person', id: 'p' },
    null,
    null,
  ]);
});
