import { describe, expect, it } from 'vitest';
import { effectiveQuestionSets, newestQuestionSets } from './effective-question-sets.ts';
import { questionPresets } from './question-presets.ts';
import type { QuestionSet } from './question-set.ts';

const row = (setKey: string, setVersion: number, more: Partial<QuestionSet> = {}): QuestionSet => ({
  id: `${setKey}_version_000${setVersion}`,
  setKey,
  setVersion,
  replacesId: null,
  kind: 'check',
  name: `${setKey} ${setVersion}`,
  nameEn: null,
  questions: [{ key: 'a', type: 'yesNo', label: { zh: '问', en: '' } }],
  audience: { tagKinds: [], minAge: null },
  fromOn: null,
  toOn: null,
  isActive: true,
  ...more,
});
const names = (rows: readonly QuestionSet[]) => effectiveQuestionSets(rows).map(({ name }) => name.zh);

describe('the sets in force', () => {
  it('are what ships, where a community has none of its own', () => {
    expect(effectiveQuestionSets([])).toEqual(questionPresets);
    expect(names([])).toEqual(['五项核对', '反诈宣传']);
  });

  it('have the newest version of a community in place of the preset, whatever order the rows come in', () => {
    const rows = [row('fiveItems', 3), row('fiveItems', 2), row('own', 1)];
    expect(names(rows)).toEqual(['fiveItems 3', '反诈宣传', 'own 1']);
    expect(names([...rows].reverse())).toEqual(names(rows));
  });

  it('leave out what is switched off, without its older version coming back', () => {
    const rows = [row('fiveItems', 2), row('fiveItems', 3, { isActive: false })];
    expect(names(rows)).toEqual(['反诈宣传']);
    expect(newestQuestionSets(rows).map(({ isActive }) => isActive)).toEqual([false, true]);
  });

  it('leave out a version whose questions this app does not understand yet, and ask the one before it', () => {
    const unknown = [{ key: 'a', type: 'drawing', label: { zh: '画', en: '' } }];
    expect(names([row('own', 1), row('own', 2, { questions: unknown })])).toContain('own 1');
  });
});
