import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuestions } from '../testing/any-questions.ts';
import { checkQuestionSet } from './check-question-set.ts';
import { type Question, questionsSchema } from './question.ts';
import { questionPresets } from './question-presets.ts';

const label = { zh: '问', en: '' };
const asked = (key: string, more: Partial<Question> = {}): Question => ({ key, type: 'yesNo', label, ...more });
const choice = (key: string, ...values: readonly string[]): Question =>
  asked(key, { type: 'choice', options: values.map((value) => ({ value, label })) });
const everybody = { tagKinds: [], minAge: null };
const problems = (questions: readonly Question[], former?: readonly Question[]) =>
  checkQuestionSet({ questions, audience: everybody, fromOn: null, toOn: null }, former).map(
    ({ at, problem }) => `${at} ${problem}`,
  );

describe('a question set', () => {
  it('that is well made has nothing wrong', () => {
    fc.assert(fc.property(anyQuestions, (questions) => problems(questions).length === 0));
  });

  it('that ships is well made, in both languages', () => {
    for (const { questions, name } of questionPresets) {
      expect(questionsSchema.safeParse(questions).success).toBe(true);
      expect(problems(questions)).toEqual([]);
      expect([name, ...questions.map((one) => one.label)].every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
    }
  });

  it('asks at most eight questions of a family that has no difficulty', () => {
    const first = questionPresets.flatMap(({ questions }) => questions.filter(({ when }) => when === undefined));
    expect(first.length).toBeLessThanOrEqual(8);
  });

  it.each([
    ['two questions with one key', [asked('a'), asked('a')], '1 keyTaken'],
    ['a choice without options', [asked('a', { type: 'choice' })], '0 optionsMissing'],
    ['options that nobody can press', [asked('a', { options: [{ value: 'x', label }] })], '0 optionsUnneeded'],
    ['two options with one value', [choice('a', 'x', 'x')], '0 optionTaken'],
    ['a condition on itself', [asked('a', { when: { key: 'a', isOneOf: [true] } })], '0 whenNotEarlier'],
    [
      'a condition on a later question',
      [asked('a', { when: { key: 'b', isOneOf: [true] } }), asked('b')],
      '0 whenNotEarlier',
    ],
    [
      'a condition on an option that is not there',
      [choice('a', 'x'), asked('b', { when: { key: 'a', isOneOf: ['y'] } })],
      '1 whenValueUnknown',
    ],
    [
      'a condition on what is typed',
      [asked('a', { type: 'text' }), asked('b', { when: { key: 'a', isOneOf: ['y'] } })],
      '1 whenValueUnknown',
    ],
    [
      'a condition that nothing meets',
      [asked('a'), asked('b', { when: { key: 'a', isOneOf: [] } })],
      '1 whenValueUnknown',
    ],
  ])('must not have %s', (_, questions, found) => {
    expect(problems(questions)).toEqual([found]);
  });

  it('keeps the type of a question over versions, because their answers stand in one column', () => {
    expect(problems([asked('a', { type: 'tally' })], [asked('a', { type: 'text' })])).toEqual(['0 typeChanged']);
    expect(problems([asked('b', { type: 'tally' })], [asked('a', { type: 'text' })])).toEqual([]);
  });

  it('ends no earlier than it begins', () => {
    const set = { questions: [asked('a')], audience: everybody, fromOn: '2026-11-02', toOn: '2026-11-01' };
    expect(checkQuestionSet(set)).toEqual([{ at: -1, problem: 'periodReversed' }]);
    expect(checkQuestionSet({ ...set, toOn: '2026-11-02' })).toEqual([]);
  });

  it('is for groups that there are', () => {
    const set = { questions: [asked('a')], audience: { tagKinds: ['rich'], minAge: null }, fromOn: null, toOn: null };
    expect(checkQuestionSet(set)).toEqual([{ at: -1, problem: 'audienceUnknown' }]);
  });
});
