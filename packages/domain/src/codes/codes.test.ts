import { describe, expect, it } from 'vitest';
import { codeFromLabel, codeLabel, isCodeOf, type LedgerCodeList } from './code-list.ts';
import { dwellingUse } from './dwelling-use.ts';
import { education } from './education.ts';
import { helpKind } from './help-kind.ts';
import { maritalStatus } from './marital-status.ts';
import { membershipEndReason } from './membership-end-reason.ts';
import { membershipKind } from './membership-kind.ts';
import { needKind } from './need-kind.ts';
import { needState } from './need-state.ts';
import { politicalStatus } from './political-status.ts';
import { populationKind } from './population-kind.ts';
import { relationToHead } from './relation-to-head.ts';
import { sex } from './sex.ts';
import { tagKind } from './tag-kind.ts';
import { visitOutcome } from './visit-outcome.ts';
import { visitWay } from './visit-way.ts';

const lists: readonly LedgerCodeList[] = [
  dwellingUse,
  education,
  helpKind,
  maritalStatus,
  membershipEndReason,
  membershipKind,
  needKind,
  needState,
  politicalStatus,
  populationKind,
  relationToHead,
  sex,
  tagKind,
  visitOutcome,
  visitWay,
];

describe('code lists', () => {
  it.each(lists.map((list) => [list.name, list] as const))('%s holds every code and every word once', (_, list) => {
    const codes = list.entries.map((entry) => entry.code);
    const words = list.entries.flatMap((entry) => [entry.zh, ...(entry.synonyms ?? [])]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(words).size).toBe(words.length);
    expect(list.standard).not.toBe('');
  });

  it.each([
    ['妻', '12'],
    ['丈夫', '11'],
    ['父亲', '51'],
    ['次女', '33'],
    ['孙女', '42'],
    ['儿媳', '38'],
    ['户主', '02'],
    ['女儿', '30'],
  ])('the relation %s is code %s of GB/T 4761', (word, code) => {
    expect(codeFromLabel(relationToHead, word)).toBe(code);
  });

  it('a label is found in spite of full-width letters and spaces', () => {
    expect(codeFromLabel(sex, ' 男　')).toBe('1');
    expect(codeFromLabel(relationToHead, '户 主')).toBe('02');
  });

  it('a word that no entry says finds nothing', () => {
    expect(codeFromLabel(relationToHead, '邻居')).toBeUndefined();
    expect(codeFromLabel(sex, '')).toBeUndefined();
  });

  it('an unknown code is shown as it is', () => {
    expect(codeLabel(sex, '7')).toBe('7');
    expect(codeLabel(tagKind, 'livesAlone')).toBe('独居');
    expect(codeLabel(sex, '1', 'en')).toBe('Male');
    expect(isCodeOf(sex, '1')).toBe(true);
    expect(isCodeOf(sex, '7')).toBe(false);
  });
});
