import type { Question } from '../question-set/question.ts';
import { answerOf } from '../question-set/visible-questions.ts';
import type { Answers } from './answer-sheet.ts';

/** Adds up what was counted, by the keys of the tallies: every sheet is an increment, so the order and the phone do not matter. */
export const sumTallies = (
  questions: readonly Question[],
  sheets: readonly Answers[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    questions
      .filter(({ type }) => type === 'tally')
      .map(({ key }) => [key, sheets.reduce((sum, answers) => sum + countOf(answerOf(answers, key)), 0)]),
  );

const countOf = (answer: Answers[string]): number => (typeof answer === 'number' ? answer : 0);
