import { createRowIndex } from '@lianxin/sync/client';
import { creationMark, type StoredRow } from '@lianxin/sync/merge';
import { expect, test } from 'vitest';
import { editRecord } from './edit-record.ts';

const target = { table: 'person', id: 'p'.repeat(16), rev: 7 } as const;
const mark = (mutationId: string) => ({ rev: 0, mutationId, userId: 'u', userName: '甲', at: 0 });

const viewWith = (marks: StoredRow['marks'], rev = 9) => {
  const view = createRowIndex();
  view.put({ ...target, rev, buckets: [], deleted: false, fields: { phone: '137' }, marks });
  return view;
};

const editOf = (marks: StoredRow['marks']) => {
  const intent = editRecord(target, { phone: '138' }, viewWith(marks));
  return intent?.name === 'record.edit' ? intent.args.edits[0] : undefined;
};

test('nothing changed is no intent', () => {
  expect(editRecord(target, {}, viewWith({}))).toBeNull();
});

test('a record that has left the phone meanwhile is no intent', () => {
  expect(editRecord(target, { phone: '138' }, createRowIndex())).toBeNull();
});

test('each field says the rev that was on screen, also when a newer page has come in', () => {
  expect(editOf({})).toEqual({ field: 'phone', to: '138', on: null, seen: 7 });
});

test('a value of the own pending edit counts as seen', () => {
  expect(editOf({ phone: mark('mutation-2') })?.on).toBe('mutation-2');
});

test('an own pending edit of another field does not', () => {
  expect(editOf({ name: mark('mutation-3') })?.on).toBeNull();
});

test('a record of the own making that nobody has confirmed counts as seen', () => {
  expect(editOf({ [creationMark]: mark('mutation-1') })?.on).toBe('mutation-1');
});
