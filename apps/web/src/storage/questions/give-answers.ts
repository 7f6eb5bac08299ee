import { type Answers, type AskedSet, keepAnswerable } from '@lianxin/domain';
import type { Intent } from '@lianxin/sync/client';

/** Is a visit that answers are given at. */
export interface AnsweredVisit {
  readonly visitId: string;
  readonly dwellingId: string;
  readonly householdId: string | null;
}

/** Says which version of a set was asked. */
export type AskedVersion = Pick<AskedSet, 'questionSetId' | 'setKey'>;

/** Makes the sheet of one set that was answered at a visit. */
export const giveSheet = (
  { visitId, dwellingId, householdId }: AnsweredVisit,
  { questionSetId, setKey }: AskedVersion,
  answers: Answers,
  newId: () => string,
): Intent => ({
  name: 'answers.give',
  args: {
    sheet: { id: newId(), fields: { visitId, dwellingId, householdId, questionSetId, setKey, answers } },
  },
});

/** Makes a sheet for every set that was answered; what a newer version does not ask any more, and what hangs on another answer by now, stays out. */
export const giveAnswers = (
  visit: AnsweredVisit,
  sets: readonly AskedSet[],
  given: Readonly<Record<string, Answers>>,
  newId: () => string,
): readonly Intent[] =>
  sets.flatMap((set) => {
    const answers = keepAnswerable(set.questions, given[set.setKey] ?? {});
    return Object.keys(answers).length === 0 ? [] : [giveSheet(visit, set, answers, newId)];
  });
