import { expect, test } from 'vitest';
import { readAllRecords } from '../../storage/reading/read-record.ts';
import { createSample } from '../../storage/reading/sample-town.ts';
import { dueWords, heardWords, isLate, needWord, stateWord } from './need-words.ts';

const needWith = (fields: Record<string, string | number>) => {
  const { view, put } = createSample();
  put('need', 'n1', { dwellingId: 'd1', kind: 'handrail', state: 'open', ...fields });
  const need = readAllRecords(view, 'need')[0];
  if (need === undefined) throw new Error('no need');
  return need;
};

test('a need is late after its day and not on it', () => {
  expect(isLate(needWith({ dueOn: '2026-11-20' }), '2026-11-20')).toBe(false);
  expect(isLate(needWith({ dueOn: '2026-11-19' }), '2026-11-20')).toBe(true);
});

test('what was answered is never late', () => {
  expect(isLate(needWith({ dueOn: '2026-11-01', state: 'answered' }), '2026-11-20')).toBe(false);
});

test('days are told in words', () => {
  expect(dueWords(needWith({ dueOn: '2026-12-05' }), '2026-11-20')).toBe('12-05 前');
  expect(dueWords(needWith({ dueOn: '2026-11-10' }), '2026-11-20')).toBe('逾期,11-10 前');
  expect(dueWords(needWith({}), '2026-11-20')).toBeNull();
  expect(heardWords(needWith({ raisedAt: Date.parse('2026-11-11T02:00:00Z') }), '2026-11-20')).toBe('11-11 听到');
  expect([needWord(needWith({})), stateWord('answered')]).toEqual(['装扶手', '已回话']);
});
