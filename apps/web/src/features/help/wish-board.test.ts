import { createRowIndex, emptyMeta, type LocalState, type OutboxEntry } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { expect, test } from 'vitest';
import { lostClaims, myClaims, openNotices } from './wish-board.ts';

const communityId = '01900000-0000-7000-8000-000000000001';
const noticeId = (n: number): string => `01900000-0000-7000-8000-00000000010${n}`;

const row = (table: 'wishNotice' | 'householdCard', id: string, fields: StoredRow['fields']): StoredRow => ({
  table,
  id,
  rev: 1,
  buckets: [`community:${communityId}`],
  deleted: false,
  fields,
  marks: {},
});

const notice = (n: number, state: string): StoredRow =>
  row('wishNotice', noticeId(n), { what: `第 ${n} 件`, state, publishedAt: n });

const entry = (n: number, name: string, args: unknown): OutboxEntry => ({
  communityId,
  n,
  order: n,
  id: `mutation-${n}`,
  name,
  version: 1,
  at: 0,
  offsetMs: 0,
  args,
  acknowledgedRev: null,
});

const viewOf = (...rows: readonly StoredRow[]) => {
  const view = createRowIndex();
  for (const each of rows) view.put(each);
  return view;
};

test('only wishes that nobody has claimed are offered, the newest first', () => {
  const view = viewOf(notice(1, 'open'), notice(2, 'claimed'), notice(3, 'open'));
  expect(openNotices(view).map((each) => each.what)).toEqual(['第 3 件', '第 1 件']);
});

test('a claim without its card waits for the server, one with its card is confirmed', () => {
  const view = viewOf(
    notice(1, 'claimed'),
    notice(2, 'claimed'),
    row('householdCard', noticeId(1), { address: '3号楼' }),
  );
  const outbox = [entry(1, 'wish.claim', { noticeId: noticeId(1) }), entry(2, 'wish.claim', { noticeId: noticeId(2) })];
  expect(myClaims(view, outbox).map(({ noticeId: id, card }) => [id, card?.address ?? null])).toEqual([
    [noticeId(1), '3号楼'],
    [noticeId(2), null],
  ]);
});

test('a claim that was put back before it was sent is no claim any more', () => {
  const outbox = [
    entry(1, 'wish.claim', { noticeId: noticeId(2) }),
    entry(2, 'wish.release', { noticeId: noticeId(2) }),
  ];
  expect(myClaims(viewOf(notice(2, 'open')), outbox)).toEqual([]);
});

test('a lost claim names its wish and takes the release that fell with it along', () => {
  const attend = (n: number, name: string) => ({
    ...entry(n, name, { noticeId: noticeId(1) }),
    outcome: 'refused' as const,
    reason: 'alreadyClaimed' as const,
    field: null,
  });
  const state: LocalState = {
    meta: emptyMeta(communityId, 'replica'),
    outbox: [],
    attention: [attend(1, 'wish.claim'), attend(2, 'wish.release')],
    kept: [],
  };
  expect(lostClaims(viewOf(notice(1, 'claimed')), state)).toEqual([
    { noticeId: noticeId(1), what: '第 1 件', reason: 'alreadyClaimed', attentionIds: ['mutation-1', 'mutation-2'] },
  ]);
});
