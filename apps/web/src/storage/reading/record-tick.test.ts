import type { OutboxEntry } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { countUnsent, recordTicks, touchedRecords } from './record-tick.ts';

const entry = (n: number, args: unknown, acknowledgedRev: number | null): OutboxEntry => ({
  communityId: 'c1',
  n,
  order: n,
  id: `mutation-${n}`,
  name: 'visit.log',
  version: 1,
  at: 0,
  offsetMs: 0,
  args,
  acknowledgedRev,
});

const visit = { visit: { id: 'v1', fields: { dwellingId: 'd1' } }, needs: [{ id: 'n1', fields: {} }] };

test('a mutation touches what it carries and what it names, not what its records point to', () => {
  expect(touchedRecords(visit)).toEqual(['v1', 'n1']);
  expect(touchedRecords({ table: 'person', id: 'p1', edits: [{ field: 'name', to: 'x' }] })).toEqual(['p1']);
  expect(touchedRecords({ needId: 'n1', from: 'open', to: 'done', answer: null })).toEqual(['n1']);
  expect(touchedRecords({ person: null, membership: { id: 'm1', fields: {} } })).toEqual(['m1']);
  expect(touchedRecords(null)).toEqual([]);
});

test('a record is on this phone only until the server has acknowledged its work', () => {
  const waiting = recordTicks([entry(1, visit, null)]);
  expect([waiting('v1'), waiting('n1'), waiting('d1')]).toEqual([1, 1, 2]);
  expect(recordTicks([entry(1, visit, 17)])('v1')).toBe(2);
});

test('one unsent change of an old record takes its second tick back', () => {
  const outbox = [entry(1, visit, 17), entry(2, { needId: 'n1', from: 'open', to: 'done', answer: null }, null)];
  expect(recordTicks(outbox)('n1')).toBe(1);
  expect(countUnsent(outbox)).toBe(1);
});
