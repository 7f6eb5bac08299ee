import { isCodeOf } from '../codes/code-list.ts';
import { tagKind } from '../codes/tag-kind.ts';
import { hasOptions, pressableValues, type Question } from './question.ts';
import type { Audience } from './question-set.ts';

/** Names what is wrong with a question set, with the place of the question; -1 is the set itself. */
export interface QuestionSetProblem {
  readonly at: number;
  readonly problem:
    | 'periodReversed'
    | 'audienceUnknown'
    | 'keyTaken'
    | 'optionsMissing'
    | 'optionsUnneeded'
    | 'optionTaken'
    | 'whenNotEarlier'
    | 'whenValueUnknown'
    | 'typeChanged';
}

/** Is what is checked of a set: its questions, whom it is for and its period. */
export interface CheckedSet {
  readonly questions: readonly Question[];
  readonly audience: Audience;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

/** Lists what is wrong with a set; `former` is the version it replaces, whose answers stand in the same columns and sums. */
export const checkQuestionSet = (set: CheckedSet, former: readonly Question[] = []): readonly QuestionSetProblem[] => {
  const { questions, audience, fromOn, toOn } = set;
  const isForKnown = audience.tagKinds.every((code) => isCodeOf(tagKind, code));
  const isReversed = fromOn !== null && toOn !== null && fromOn > toOn;
  return [
    ...(isReversed ? [{ at: -1, problem: 'periodReversed' } as const] : []),
    ...(isForKnown ? [] : [{ at: -1, problem: 'audienceUnknown' } as const]),
    ...questions.flatMap((question, at) =>
      problemsOf(question, questions.slice(0, at), former).map((problem) => ({ at, problem })),
    ),
  ];
};

const problemsOf = (
  question: Question,
  earlier: readonly Question[],
  former: readonly Question[],
): readonly QuestionSetProblem['problem'][] => {
  const { key, type, options, when } = question;
  const values = (options ?? []).map(({ value }) => value);
  const before = former.find((one) => one.key === key);
  const found: readonly (QuestionSetProblem['problem'] | false)[] = [
    earlier.some((one) => one.key === key) && 'keyTaken',
    before !== undefined && before.type !== type && 'typeChanged',
    hasOptions(type) && values.length === 0 && 'optionsMissing',
    !hasOptions(type) && options !== undefined && 'optionsUnneeded',
    new Set(values).size < values.length && 'optionTaken',
    when !== undefined && conditionProblem(when, earlier),
  ];
  return found.filter((problem) => problem !== false);
};

const conditionProblem = (
  when: NonNullable<Question['when']>,
  earlier: readonly Question[],
): 'whenNotEarlier' | 'whenValueUnknown' | false => {
  const asked = earlier.find((one) => one.key === when.key);
  if (asked === undefined) return 'whenNotEarlier';
  const values = pressableValues(asked);
  const isKnown = when.isOneOf.length > 0 && when.isOneOf.every((value) => values.includes(value));
  return isKnown ? false : 'whenValueUnknown';
};
