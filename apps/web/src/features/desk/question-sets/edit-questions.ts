import { hasOptions, type Question, type QuestionType } from '@lianxin/domain';

/** Makes a question that asks nothing yet. */
export const newQuestion = (key: string): Question => ({ key, type: 'yesNo', label: { zh: '', en: '' } });

/** Makes an option that says nothing yet. */
export const newOption = (value: string) => ({ value, label: { zh: '', en: '' } });

/** Lets a question always be asked. */
export const withoutWhen = ({ when: _, ...question }: Question): Question => question;

/** Changes one question. */
export const withQuestion = (questions: readonly Question[], at: number, question: Question): readonly Question[] =>
  questions.map((one, index) => (index === at ? question : one));

/** Takes a question out, and with it what other questions make of its answer. */
export const withoutQuestion = (questions: readonly Question[], at: number): readonly Question[] =>
  freedOf(
    questions.filter((_, index) => index !== at),
    questions[at]?.key,
  );

/** Moves a question one place up or down. */
export const withMoved = (questions: readonly Question[], at: number, by: 1 | -1): readonly Question[] => {
  const others = [...questions];
  const [moved] = others.splice(at, 1);
  if (moved !== undefined) others.splice(at + by, 0, moved);
  return others;
};

/** Is what a question that is answered in another way needs: all that was asked before, and new keys. */
export interface TypeChange {
  readonly type: QuestionType;
  readonly former: readonly Question[];
  readonly newKey: () => string;
}

/** Lets a question be answered in another way. What was answered before stays in a column of its own, so such a question gets a new key. */
export const withType = (
  questions: readonly Question[],
  at: number,
  { type, former, newKey }: TypeChange,
): readonly Question[] => {
  const question = questions[at];
  if (question === undefined) return questions;
  const wasAsked = former.some((one) => one.key === question.key && one.type !== type);
  const { options = [newOption(newKey()), newOption(newKey())], unit, ...rest } = question;
  const next: Question = {
    ...rest,
    key: wasAsked ? newKey() : question.key,
    type,
    ...(hasOptions(type) ? { options } : {}),
    ...((type === 'number' || type === 'tally') && unit !== undefined ? { unit } : {}),
  };
  return withQuestion(freedOf(questions, question.key), at, next);
};

const freedOf = (questions: readonly Question[], key: string | undefined): readonly Question[] =>
  questions.map((question) => (question.when?.key === key ? withoutWhen(question) : question));
