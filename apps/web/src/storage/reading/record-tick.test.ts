import { emptyMeta, type KeptEntry, type OutboxEntry } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { countByTick, countUnsent, type KeptWork, recordTicks, tickWord, touchedRecords } from './record-tick.ts';
import { createSample } from './sample-town.ts';

const sent = (n: number, args: unknown) => ({
  communityId: 'c1',
  order: n,
  id: `mutation-${n}`,
  name: 'visit.log',
  version: 1,
  at: 0,
  offsetMs: 0,
  args,
});

const entry = (n: number, args: unknown, acknowledgedRev: number | null): OutboxEntry => ({
  ...sent(n, args),
  n,
  acknowledgedRev,
});

const work = (safe: number, outbox: readonly OutboxEntry[], kept: readonly KeptEntry[] = []): KeptWork => ({
  meta: { ...emptyMeta('c1', 'replica'), safe },
  outbox,
  kept,
});

/** A visit of rev 1 and a need of rev 2, as the server last sent them. */
const sample = createSample();
sample.put('visit', 'v1', {});
sample.put('need', 'n1', {});
const { view } = sample;

const visit = { visit: { id: 'v1', fields: { dwellingId: 'd1' } }, needs: [{ id: 'n1', fields: {} }] };

test('a mutation touches what it carries and what it names, not what its records point to', () => {
  expect(touchedRecords(visit)).toEqual(['v1', 'n1']);
  expect(touchedRecords({ table: 'person', id: 'p1', edits: [{ field: 'name', to: 'x' }] })).toEqual(['p1']);
  expect(touchedRecords({ needId: 'n1', from: 'open', to: 'done', answer: null })).toEqual(['n1']);
  expect(touchedRecords({ person: null, membership: { id: 'm1', fields: {} } })).toEqual(['m1']);
  expect(touchedRecords(null)).toEqual([]);
});

test('a record is on this phone only until the server has acknowledged its work', () => {
  const waiting = recordTicks(work(9, [entry(1, visit, null)]), view);
  expect([waiting('visit', 'v1'), waiting('need', 'n1')]).toEqual([1, 1]);
  expect(recordTicks(work(9, [entry(1, visit, 17)]), view)('visit', 'v1')).toBe(2);
});

test('a record is in a backup when its place in history is, whoever wrote it', () => {
  const tick = recordTicks(work(1, []), view);
  expect([tick('visit', 'v1'), tick('need', 'n1')]).toEqual([3, 2]);
  expect(tickWord(tick('visit', 'v1'))).toBe('已备份');
});

test('a server that never made a backup gives no third tick', () => {
  const tick = recordTicks(work(0, []), view);
  expect([tick('visit', 'v1'), tick('need', 'n1')]).toEqual([2, 2]);
});

test('work that is still kept for the server has no third tick, although its record is old', () => {
  const kept = [{ ...sent(1, { needId: 'n1', from: 'open', to: 'done', answer: null }), rev: 30 }];
  expect(recordTicks(work(20, [], kept), view)('need', 'n1')).toBe(2);
  expect(recordTicks(work(30, [], kept), view)('need', 'n1')).toBe(3);
});

test('a new record is not in a backup before it has come back', () => {
  expect(recordTicks(work(20, []), view)('visit', 'unheard-of')).toBe(2);
});

test('one unsent change of an old record takes its other ticks back', () => {
  const change = entry(2, { needId: 'n1', from: 'open', to: 'done', answer: null }, null);
  const outbox = [entry(1, visit, 17), change];
  expect(recordTicks(work(20, outbox), view)('need', 'n1')).toBe(1);
  expect(countUnsent(outbox)).toBe(1);
});

test('own work is counted by the tick at which it stands', () => {
  const kept = [{ ...sent(1, {}), rev: 18 }];
  expect(countByTick(work(17, [entry(2, {}, null), entry(3, {}, 17), entry(4, {}, 19)], kept))).toEqual({
    onPhone: 1,
    atServer: 2,
  });
});
