import * as fc from 'fast-check';
import type { Answers } from '../answer-sheet/answer-sheet.ts';
import { pressableValues, type Question, type QuestionType, questionTypes } from '../question-set/question.ts';

const label = { zh: '问', en: 'asked' };
const options = ['red', 'green', 'constructor'].map((value) => ({ value, label }));

const question = (key: string, type: QuestionType): Question =>
  type === 'choice' || type === 'multi' ? { key, type, label, options } : { key, type, label };

/** Makes sets that an administrator could save: keys of their own, conditions on earlier questions that can be pressed. */
export const anyQuestions: fc.Arbitrary<readonly Question[]> = fc
  .array(fc.record({ type: fc.constantFrom(...questionTypes), condition: fc.nat(), values: fc.nat() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drawn) => {
    const made: Question[] = [];
    for (const { type, condition, values } of drawn) {
      const own = question(`q${made.length}`, type);
      const asked = made[condition % (made.length + 1)];
      const pressable = asked === undefined ? [] : pressableValues(asked);
      const isOneOf = pressable.filter((_, index) => index === values % pressable.length || values % 3 === index);
      made.push(asked === undefined || isOneOf.length === 0 ? own : { ...own, when: { key: asked.key, isOneOf } });
    }
    return made;
  });

const fitting: Readonly<Record<QuestionType, fc.Arbitrary<Answers[string]>>> = {
  yesNo: fc.boolean(),
  choice: fc.constantFrom('red', 'green', 'constructor'),
  multi: fc.subarray(['red', 'green', 'constructor']),
  number: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  date: fc.constantFrom('2026-11-20', '2024-02-29'),
  text: fc.string({ maxLength: 20 }),
  tally: fc.nat(500),
};

/** Answers that fit their questions, some left out, some to hidden questions. */
const answersTo = (questions: readonly Question[]): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      questions.map(({ key, type }) => [key, fc.oneof(fc.constant(null), fitting[type], fitting[type])]),
    ),
  );

/** Draws a set with several sheets of answers to it. */
export const anyAnsweredSet = anyQuestions.chain((questions) =>
  fc.record({ questions: fc.constant(questions), sheets: fc.array(answersTo(questions), { maxLength: 6 }) }),
);
