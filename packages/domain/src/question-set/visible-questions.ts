import type { Answers } from '../answer-sheet/answer-sheet.ts';
import type { Question, QuestionCondition } from './question.ts';

/** Lists the questions that are asked after these answers, in their order. What hangs on a hidden question is hidden too. */
export const visibleQuestions = (questions: readonly Question[], answers: Answers): readonly Question[] => {
  const visible = new Set<string>();
  return questions.filter(({ key, when }) => {
    const isAsked = when === undefined || (visible.has(when.key) && isMet(when, answerOf(answers, when.key)));
    if (isAsked) visible.add(key);
    return isAsked;
  });
};

/** Reads one answer; null where there is none. Keys are words like `constructor` too, which every object has. */
export const answerOf = (answers: Answers, key: string): Answers[string] =>
  (Object.hasOwn(answers, key) ? answers[key] : null) ?? null;

const isMet = ({ isOneOf }: QuestionCondition, answer: Answers[string]): boolean =>
  isOneOf.some((value) => (Array.isArray(answer) ? answer.some((one) => one === value) : answer === value));
