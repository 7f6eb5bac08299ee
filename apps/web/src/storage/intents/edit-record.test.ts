import { createRowIndex, type OutboxEntry } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { editRecord } from './edit-record.ts';

const view = createRowIndex();
const target = { table: 'person', id: 'p'.repeat(16), rev: 7 } as const;

const entry = (n: number, name: string, args: unknown): OutboxEntry => ({
  communityId: 'c1',
  n,
  id: `mutation-${n}`,
  name,
  version: 1,
  at: 0,
  offsetMs: 0,
  args,
  acknowledgedRev: null,
});

const edit = (n: number, field: string, id: string = target.id) =>
  entry(n, 'record.edit', { table: 'person', id, edits: [{ field, to: 'x', on: null, seen: 7 }] });

const onOf = (outbox: readonly OutboxEntry[], rev = 7) => {
  const intent = editRecord({ ...target, rev }, { phone: '138' }, { outbox, view });
  return intent?.name === 'record.edit' ? intent.args.edits[0] : undefined;
};

test('nothing changed is no intent', () => {
  expect(editRecord(target, {}, { outbox: [], view })).toBeNull();
});

test('each field says the rev that was on screen', () => {
  expect(onOf([])).toEqual({ field: 'phone', to: '138', on: null, seen: 7 });
});

test('a value of the own pending edit counts as seen, the newest of them', () => {
  expect(onOf([edit(1, 'phone'), edit(2, 'phone'), edit(3, 'name')])?.on).toBe('mutation-2');
});

test('an edit of another field or record does not', () => {
  expect(onOf([edit(1, 'name'), edit(2, 'phone', 'q'.repeat(16))])?.on).toBeNull();
});

test('a record of the own making that nobody has confirmed counts as seen', () => {
  const made = entry(1, 'member.add', {
    person: { id: target.id, fields: {} },
    membership: { id: 'm'.repeat(16), fields: {} },
  });
  expect(onOf([made], 0)?.on).toBe('mutation-1');
  expect(onOf([made], 7)?.on).toBeNull();
});

test('a value taken from the other version of a conflict counts as seen', () => {
  const conflictId = 'k'.repeat(16);
  view.put({
    table: 'conflict',
    id: conflictId,
    rev: 5,
    buckets: [],
    deleted: false,
    marks: {},
    fields: { table: 'person', rowId: target.id, field: 'phone' },
  });
  expect(onOf([entry(4, 'conflict.decide', { conflictId, state: 'changed' })])?.on).toBe('mutation-4');
  expect(onOf([entry(4, 'conflict.decide', { conflictId, state: 'kept' })])?.on).toBeNull();
});
