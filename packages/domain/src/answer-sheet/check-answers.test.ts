import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../question-set/question.ts';
import { visibleQuestions } from '../question-set/visible-questions.ts';
import { anyAnsweredSet, anyQuestions } from '../testing/any-questions.ts';
import { type Answers, answersSchema } from './answer-sheet.ts';
import { checkAnswers, keepAnswerable } from './check-answers.ts';
import { sumTallies } from './sum-tallies.ts';

const label = { zh: '问', en: '' };
const options = ['x', 'y', 'z'].map((value) => ({ value, label }));
const of = (type: Question['type']): Question =>
  type === 'choice' || type === 'multi' ? { key: 'a', type, label, options } : { key: 'a', type, label };
const chain: readonly Question[] = [
  { key: 'first', type: 'yesNo', label },
  { key: 'second', type: 'multi', label, options, when: { key: 'first', isOneOf: [true] } },
  { key: 'third', type: 'text', label, when: { key: 'second', isOneOf: ['x', 'z'] } },
];

describe('which questions are asked', () => {
  const keys = (answers: Answers) => visibleQuestions(chain, answers).map(({ key }) => key);

  it('follows the answers along a chain', () => {
    expect(keys({})).toEqual(['first']);
    expect(keys({ first: true })).toEqual(['first', 'second']);
    expect(keys({ first: true, second: ['y', 'z'] })).toEqual(['first', 'second', 'third']);
    expect(keys({ first: true, second: ['y'] })).toEqual(['first', 'second']);
  });

  it('hides what hangs on a hidden question, whatever was answered there before', () => {
    expect(keys({ first: false, second: ['x'] })).toEqual(['first']);
  });

  it('never changes by an answer to a hidden question', () => {
    fc.assert(
      fc.property(anyAnsweredSet, ({ questions, sheets }) => {
        for (const answers of sheets) {
          const visible = visibleQuestions(questions, answers);
          const shown = Object.fromEntries(visible.map(({ key }) => [key, answers[key] ?? null]));
          expect(visibleQuestions(questions, shown)).toEqual(visible);
        }
      }),
    );
  });

  it('is the same question for keys that every object has', () => {
    const odd: Question[] = [
      { key: 'constructor', type: 'yesNo', label },
      { key: 'toString', type: 'text', label, when: { key: 'constructor', isOneOf: [true] } },
    ];
    expect(visibleQuestions(odd, {})).toHaveLength(1);
    expect(checkAnswers(odd, {})).toEqual({ ok: true, value: {} });
  });
});

describe('checking answers', () => {
  it('takes what fits and gives back only visible, answered questions; checking twice changes nothing', () => {
    fc.assert(
      fc.property(anyAnsweredSet, ({ questions, sheets }) => {
        for (const answers of sheets) {
          const checked = checkAnswers(questions, answers);
          if (!checked.ok) throw new Error(checked.error.key);
          const visible = visibleQuestions(questions, checked.value).map(({ key }) => key);
          expect(Object.keys(checked.value).every((key) => visible.includes(key))).toBe(true);
          expect(Object.values(checked.value)).not.toContain(null);
          expect(answersSchema.safeParse(checked.value).success).toBe(true);
          expect(checkAnswers(questions, checked.value)).toEqual(checked);
          expect(keepAnswerable(questions, answers)).toEqual(checked.value);
        }
      }),
    );
  });

  it('takes nothing of answers to another set but what fits', () => {
    fc.assert(
      fc.property(anyQuestions, anyAnsweredSet, (questions, { sheets }) => {
        for (const answers of sheets) expect(checkAnswers(questions, keepAnswerable(questions, answers)).ok).toBe(true);
      }),
    );
  });

  it.each([
    ['yesNo', 'yes'],
    ['yesNo', 1],
    ['choice', 'w'],
    ['choice', ['x']],
    ['choice', true],
    ['multi', 'x'],
    ['multi', ['x', 'w']],
    ['number', '3'],
    ['number', Number.NaN],
    ['number', 1e10],
    ['date', '2026-02-30'],
    ['date', 20_261_120],
    ['text', 3],
    ['tally', -1],
    ['tally', 1.5],
    ['tally', 100_001],
    ['tally', '12'],
  ] as const)('refuses for a %s the answer %j', (type, answer) => {
    const given: Answers = { a: typeof answer === 'object' ? [...answer] : answer };
    expect(checkAnswers([of(type)], given)).toEqual({
      ok: false,
      error: { type: 'AnswerProblem', key: 'a', problem: 'invalid' },
    });
    expect(keepAnswerable([of(type)], given)).toEqual({});
  });

  it.each(['b', 'toString', '__proto__'])('refuses the unknown key %s', (key) => {
    const answers: Answers = JSON.parse(`{"${key}":true}`);
    expect(checkAnswers([of('yesNo')], answers)).toMatchObject({ ok: false, error: { key, problem: 'unknown' } });
  });

  it.each([
    ['text', '  '],
    ['tally', 0],
    ['yesNo', null],
  ] as const)('reads for a %s the empty answer %j as none', (type, a) => {
    expect(checkAnswers([of(type)], { a })).toEqual({ ok: true, value: {} });
  });

  it('drops what hangs on an answer that was changed', () => {
    expect(checkAnswers(chain, { first: true, second: [], third: '漏水' })).toEqual({
      ok: true,
      value: { first: true },
    });
  });
});

describe('tallies', () => {
  it('add up: the order, and how the sheets are spread over phones, do not matter', () => {
    fc.assert(
      fc.property(anyAnsweredSet, fc.nat(), ({ questions, sheets }, cut) => {
        const whole = sumTallies(questions, sheets);
        expect(sumTallies(questions, [...sheets].reverse())).toEqual(whole);
        const at = cut % (sheets.length + 1);
        const parts = [sheets.slice(0, at), sheets.slice(at)].map((part) => sumTallies(questions, part));
        for (const [key, sum] of Object.entries(whole))
          expect(parts.reduce((total, part) => total + (part[key] ?? 0), 0)).toBe(sum);
      }),
    );
  });

  it('count only tallies: an age is no count', () => {
    const questions: Question[] = [of('number'), { key: 'posters', type: 'tally', label }];
    expect(sumTallies(questions, [{ a: 80, posters: 12 }, { posters: 8 }, {}])).toEqual({ posters: 20 });
  });
});
