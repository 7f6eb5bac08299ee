import { expect, test } from 'vitest';
import { emptyHelp, type HelpDraft, readHelpDraft } from './help-draft.ts';

const today = '2026-11-20';
const recorder = { id: '01900000-0000-7000-8000-0000000000a1', name: '张秀兰' };
const read = (change: Partial<HelpDraft>) =>
  readHelpDraft({ ...emptyHelp(today), kind: 'errand', ...change }, { recorder, today });

test('a day and a kind are enough', () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { servedOn: today, kind: 'errand', giverKind: 'person', giverId: recorder.id, giverName: '张秀兰' },
  });
});

test('help by somebody without a phone carries their name and not the recorder’s account', () => {
  expect(read({ giver: 'other', giverName: ' 李建国 ' })).toMatchObject({
    ok: true,
    value: { giverKind: 'person', giverId: null, giverName: '李建国', giverCount: null },
  });
});

test('a group tells how many came', () => {
  expect(read({ giver: 'group', giverName: '红马甲队', giverCount: 6 })).toMatchObject({
    ok: true,
    value: { giverKind: 'group', giverId: null, giverName: '红马甲队', giverCount: 6 },
  });
});

test('what is missing is told field by field', () => {
  const goods = [{ key: '1', name: '大米', quantity: null, unit: '斤' }];
  expect(read({ kind: null, servedOn: '2026-11-21', goods, giver: 'other' })).toEqual({
    ok: false,
    error: { kind: 'missing', servedOn: 'future', goods: 'missing', giverName: 'missing' },
  });
});

test('what the declaration does not take is told at its field', () => {
  expect(read({ place: '楼'.repeat(61) })).toEqual({ ok: false, error: { place: 'invalid' } });
  expect(read({ minutes: 10_081 })).toEqual({ ok: false, error: { minutes: 'invalid' } });
});
