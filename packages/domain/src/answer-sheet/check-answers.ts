import { parseCivilDate } from '../kernel/civil-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Question, QuestionType } from '../question-set/question.ts';
import { answerOf, visibleQuestions } from '../question-set/visible-questions.ts';
import type { Answers } from './answer-sheet.ts';

/** Names the question whose answer does not fit it. */
export interface AnswerProblem {
  readonly type: 'AnswerProblem';
  readonly key: string;
  readonly problem: 'unknown' | 'invalid';
}

type AnswerValue = Exclude<Answers[string], null>;

/** Checks answers against the questions of their version: unknown keys and wrong types are refused, answers to hidden questions dropped, empty ones left out. */
export const checkAnswers = (questions: readonly Question[], answers: Answers): Result<Answers, AnswerProblem> => {
  const keys = new Set(questions.map(({ key }) => key));
  const unknown = Object.keys(answers).find((key) => !keys.has(key));
  if (unknown !== undefined) return err({ type: 'AnswerProblem', key: unknown, problem: 'unknown' });
  const given: [string, AnswerValue][] = [];
  for (const question of questions) {
    const read = readAnswer(question, answerOf(answers, question.key));
    if (read === undefined) return err({ type: 'AnswerProblem', key: question.key, problem: 'invalid' });
    if (read !== null) given.push([question.key, read]);
  }
  return ok(withoutHidden(questions, Object.fromEntries(given)));
};

/** Keeps of answers what fits these questions, for answers that were given to another version. */
export const keepAnswerable = (questions: readonly Question[], answers: Answers): Answers =>
  withoutHidden(
    questions,
    Object.fromEntries(
      questions.flatMap((question): readonly [string, AnswerValue][] => {
        const read = readAnswer(question, answerOf(answers, question.key));
        return read === undefined || read === null ? [] : [[question.key, read]];
      }),
    ),
  );

const withoutHidden = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(
    visibleQuestions(questions, answers).flatMap(({ key }) => {
      const answer = answerOf(answers, key);
      return answer === null ? [] : [[key, answer]];
    }),
  );

/** Reads one answer as its type wants it; null where nothing was answered, undefined where it does not fit. */
const readAnswer = (question: Question, answer: Answers[string]): AnswerValue | null | undefined =>
  answer === null ? null : readers[question.type](answer, question);

/** The largest number that is taken; more digits than anybody counts at a door. */
const largest = 1_000_000_000;
const mostCounted = 100_000;

const optionValues = ({ options }: Question): readonly string[] => (options ?? []).map(({ value }) => value);

const readers: Readonly<
  Record<QuestionType, (answer: AnswerValue, question: Question) => AnswerValue | null | undefined>
> = {
  yesNo: (answer) => (typeof answer === 'boolean' ? answer : undefined),
  choice: (answer, question) =>
    typeof answer === 'string' && optionValues(question).includes(answer) ? answer : undefined,
  multi: (answer, question) => {
    if (!Array.isArray(answer)) return undefined;
    const values = optionValues(question);
    if (!answer.every((value) => values.includes(value))) return undefined;
    const chosen = values.filter((value) => answer.includes(value));
    return chosen.length === 0 ? null : chosen;
  },
  number: (answer) => (typeof answer === 'number' && Math.abs(answer) <= largest ? answer : undefined),
  date: (answer) => (typeof answer === 'string' && parseCivilDate(answer).ok ? answer : undefined),
  text: (answer) => (typeof answer === 'string' ? answer.trim() || null : undefined),
  tally: (answer) => {
    if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < 0 || answer > mostCounted) return undefined;
    // Nothing counted is no answer.
    return answer === 0 ? null : answer;
  },
};
