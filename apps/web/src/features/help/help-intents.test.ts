import { createRowIndex, type Intent, type OutboxEntry, previewMutation } from '@lianxin/sync/client';
import { expect, test } from 'vitest';
import { draftOfHelp, emptyHelp, readHelpDraft } from './help-draft.ts';
import { correctHelp, finishWish, logHelp, voidHelp } from './help-intents.ts';
import { helpOfAttention } from './help-of-attention.ts';
import { type HelpRecord, helpOf, totalsOf } from './help-records.ts';

const id = (n: number): string => `01900000-0000-7000-8000-0000000000${n}`;
const me = { id: id(90), name: '张秀兰' };
const today = '2026-11-20';

/** Runs intents through the same rules as the server, over a phone that holds a claimed notice and its card. */
const phoneAfter = (...steps: readonly ((records: readonly HelpRecord[]) => Intent)[]) => {
  const rows = createRowIndex();
  const common = { rev: 1, buckets: [], deleted: false, marks: {} };
  rows.put({ table: 'wishNotice', id: id(11), fields: { what: '换灯泡', state: 'claimed' }, ...common });
  rows.put({ table: 'householdCard', id: id(11), fields: { what: '换灯泡' }, ...common });
  for (const [index, step] of steps.entries()) {
    const intent = step(helpOf(rows, me.id));
    previewMutation(rows, rows, entryOf(intent, index), { userId: me.id, userName: me.name });
  }
  return rows;
};

const entryOf = (intent: Intent, index: number): OutboxEntry => ({
  communityId: id(91),
  n: index + 1,
  order: index + 1,
  id: id(70 + index),
  name: intent.name,
  version: 1,
  at: index,
  offsetMs: 0,
  args: intent.args,
  acknowledgedRev: null,
});

const fieldsOf = (minutes: number) => {
  const read = readHelpDraft({ ...emptyHelp(today), kind: 'service', minutes }, { recorder: me, today });
  if (!read.ok) throw new Error('the draft is complete');
  return read.value;
};

const firstOf = (records: readonly HelpRecord[]): HelpRecord => {
  const [record] = records;
  if (record === undefined) throw new Error('nothing was written down');
  return record;
};

test('a correction takes the place of the record it corrects', () => {
  const rows = phoneAfter(
    () => logHelp(id(21), fieldsOf(30)),
    (records) => correctHelp(firstOf(records), { id: id(22), fields: fieldsOf(90) }, createRowIndex()),
  );
  expect(totalsOf(helpOf(rows, me.id), me.id)).toEqual({ times: 1, minutes: 90 });
  expect(rows.row('help', id(21))).toBeDefined();
});

test('help that was taken back counts no more and stays on record', () => {
  const rows = phoneAfter(
    () => logHelp(id(21), fieldsOf(30)),
    (records) => voidHelp(firstOf(records), id(22), createRowIndex()),
  );
  expect(helpOf(rows, me.id)).toEqual([]);
  expect(rows.row('help', id(21))).toBeDefined();
});

test('finishing a wish writes its help and takes the household’s card off the phone', () => {
  const rows = phoneAfter(() => finishWish(id(11), { id: id(21), fields: fieldsOf(60) }));
  expect(helpOf(rows, me.id).map((record) => record.noticeId)).toEqual([id(11)]);
  expect(rows.row('householdCard', id(11))?.deleted).toBe(true);
});

test('help that the server did not take opens again as it was written', () => {
  const intent = finishWish(id(11), { id: id(21), fields: fieldsOf(45) });
  const refused = { ...entryOf(intent, 0), outcome: 'refused' as const, reason: 'notYours' as const, field: null };
  const record = helpOfAttention(refused);
  if (record === null) throw new Error('the help was carried');
  expect(draftOfHelp(record, me.id)).toMatchObject({ kind: 'service', minutes: 45, giver: 'me' });
  expect(helpOfAttention({ ...refused, name: 'wish.claim', args: { noticeId: id(11) } })).toBeNull();
});
