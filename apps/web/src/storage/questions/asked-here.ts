import {
  type Answers,
  type AskedSet,
  asksHere,
  type CivilDate,
  effectiveQuestionSets,
  type Visit,
} from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { membersOf } from '../reading/household.ts';
import { readAllRecords } from '../reading/read-record.ts';

/** Is the visit at which something may be asked. */
export interface AskingVisit {
  readonly dwellingId: string;
  readonly householdId: string | null;
  readonly outcome: Visit['outcome'] | null;
  readonly on: CivilDate;
}

/** Lists the sets that are asked at a visit. How a family stands can be asked only where somebody was met; posters hang at closed doors too. */
export const setsAskedAt = (view: RowView, visit: AskingVisit): readonly AskedSet[] => {
  const members = visit.householdId === null ? [] : membersOf(view, visit.householdId).current;
  const people = members.map(({ person, tags }) => ({
    birthOn: person.birthOn,
    tagKinds: tags.map(({ kind }) => kind),
  }));
  const isMet = visit.outcome === null || visit.outcome === 'met';
  return effectiveQuestionSets(readAllRecords(view, 'questionSet')).filter(
    (set) => (isMet || set.kind === 'campaign') && asksHere(set, people, visit.on),
  );
};

/** Says whether anything was answered. */
export const hasAnswers = (answers: Answers | undefined): answers is Answers =>
  answers !== undefined && Object.values(answers).some((answer) => answer !== null && answer !== '');
