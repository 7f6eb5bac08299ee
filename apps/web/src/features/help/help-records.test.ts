import { createRowIndex } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { expect, test } from 'vitest';
import { helpOf, totalsOf } from './help-records.ts';

const me = '01900000-0000-7000-8000-0000000000a1';
const other = '01900000-0000-7000-8000-0000000000a2';

const help = (id: string, fields: StoredRow['fields']): StoredRow => ({
  table: 'help',
  id,
  rev: 1,
  buckets: [`user:${me}`],
  deleted: false,
  marks: {},
  fields: { servedOn: '2026-11-20', giverId: me, recordedBy: me, voidOf: null, corrects: null, goods: [], ...fields },
});

const read = (...rows: readonly StoredRow[]) => {
  const view = createRowIndex();
  for (const row of rows) view.put(row);
  return helpOf(view, me);
};

test('a record that was taken back and one that was corrected no longer show', () => {
  const records = read(
    help('wrong', {}),
    help('right', { corrects: 'wrong' }),
    help('mistaken', {}),
    help('void', { voidOf: 'mistaken' }),
  );
  expect(records.map(({ id }) => id)).toEqual(['right']);
});

test('the latest day comes first', () => {
  const records = read(help('early', { servedOn: '2026-11-02' }), help('late', { servedOn: '2026-11-19' }));
  expect(records.map(({ id }) => id)).toEqual(['late', 'early']);
});

test('hours that were written down for somebody else do not count as one’s own', () => {
  const records = read(
    help('own', { serviceMinutes: 90 }),
    help('short', {}),
    help('others', { giverId: null, serviceMinutes: 600 }),
  );
  expect(records).toHaveLength(3);
  expect(totalsOf(records, me)).toEqual({ times: 2, minutes: 90 });
});

test('help that neither came from this person nor was written down by them is not listed', () => {
  expect(read(help('foreign', { giverId: other, recordedBy: other }))).toEqual([]);
});
