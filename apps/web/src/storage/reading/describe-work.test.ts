import { mutationNames } from '@lianxin/protocol';
import { createRowIndex } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { expect, test } from 'vitest';
import { describeWork } from './describe-work.ts';
import { fieldLabelOf, workText } from './work-text.ts';

const id = (n: number): string => `01900000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;

const row = (table: StoredRow['table'], n: number, fields: StoredRow['fields']): StoredRow => ({
  table,
  id: id(n),
  rev: 1,
  buckets: [],
  deleted: false,
  fields,
  marks: {},
});

const view = createRowIndex();
view.put(row('unit', 1, { kind: 'building', name: '3号楼', parentId: null }));
view.put(row('dwelling', 2, { unitId: id(1), doorLabel: '602' }));
view.put(row('person', 3, { name: '欧阳秀兰' }));
view.put(row('membership', 4, { personId: id(3) }));
view.put(row('wishNotice', 5, { what: '陪着去一趟医院' }));

const visit = { id: id(9), fields: { dwellingId: id(2), outcome: 'met', way: 'atDoor', note: '腿脚不便' } };
const need = { id: id(8), fields: { kind: 'bathing', dwellingId: id(2), detail: '每周一次' } };

test.each([
  ['visit.log', { visit, needs: [] }, '走访 3号楼 602 见到'],
  ['visit.log', { visit: { ...visit, fields: { ...visit.fields, voidOf: id(7) } }, needs: [] }, '走访 3号楼 602 不算'],
  ['wish.claim', { noticeId: id(5) }, '认领「陪着去一趟医院」'],
  ['wish.claim', { noticeId: id(6) }, '认领「一件事」'],
  ['membership.end', { membershipId: id(4), toOn: '2026-11-20', endReason: 'died' }, '欧阳** 去世'],
  ['help.log', { help: { id: id(7), fields: { kind: 'errand' } } }, '记一次 代办'],
  [
    'record.edit',
    { table: 'person', id: id(3), edits: [{ field: 'phone', to: '1', on: null, seen: 0 }] },
    '改 欧阳** 联系电话',
  ],
  [
    'visit.log',
    { visit: { ...visit, fields: { ...visit.fields, dwellingId: id(99) } }, needs: [] },
    '走访 转走的一户 见到',
  ],
  [
    'record.edit',
    { table: 'person', id: id(99), edits: [{ field: 'phone', to: '1', on: null, seen: 0 }] },
    '改 转走的人 联系电话',
  ],
])('%s is said in plain words', (name, args, expected) => {
  expect(describeWork({ name, args }, view)).toBe(expected);
});

test('work of another version or with damaged arguments is still a line of the list', () => {
  expect(describeWork({ name: 'visit.photograph', args: {} }, view)).toBe('一条记录');
  for (const name of mutationNames) expect(describeWork({ name, args: null }, view)).toBe('一条记录');
});

test('the copied text holds every word that was typed', () => {
  const text = workText({ name: 'visit.log', args: { visit, needs: [need] }, at: 0 }, view, 0);
  expect(text.split('\n')[0]).toContain('走访 3号楼 602 见到');
  expect(text).toContain('腿脚不便');
  expect(text).toContain('每周一次');
  expect(text).not.toContain(id(2));
});

test('a refused field is named as the form names it', () => {
  const args = { notice: { id: id(7), fields: { what: '王奶奶' } }, wish: { id: id(6), fields: {} } };
  expect(fieldLabelOf({ field: 'what', args })).toBe('想请人帮什么');
  expect(fieldLabelOf({ field: null, args })).toBeNull();
});
