import { type CadenceRule, type CivilDate, civilDateAt, type Due, dueOf } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import type { DwellingRecord } from '../door-state.ts';
import type { HouseholdRecord } from '../household.ts';
import { readCadences } from '../household-care.ts';
import { readAllRecords, readRecord } from '../read-record.ts';
import { answersOfHousehold, type DoorAnswers, readDoorAnswers } from './door-answers.ts';
import { allFollowUps, type FollowUp } from './follow-ups.ts';
import { groupBy } from './group-by.ts';
import { type HouseholdPeople, readHouseholdPeople } from './household-people.ts';
import { isUnanswered, isWorthRetry, type Retry, readRetry } from './retry.ts';

/** Everything that is due at one household, or at a door without one: one line, one visit. */
export interface TodayDoor {
  readonly dwelling: DwellingRecord;
  readonly household: HouseholdRecord | null;
  readonly due: Due | null;
  readonly retry: Retry | null;
  readonly followUps: readonly FollowUp[];
}

/** The moment that a day's list is made for. */
export interface ListMoment {
  readonly today: CivilDate;
  readonly now: number;
  /** Whether older visits are still on their way to this phone: who seems never to have been met may have been. */
  readonly lacksOlder: boolean;
}

const dayOf = (at: number | null): CivilDate | null => (at === null ? null : civilDateAt(at));

const dueAt = (
  { people, former }: HouseholdPeople,
  answers: DoorAnswers,
  { cadences, today }: { readonly cadences: readonly CadenceRule[]; readonly today: CivilDate },
): Due | null => {
  const { metAt, refusedAt, goneAt } = answers;
  const facts = { people, former, metOn: dayOf(metAt), refusedOn: dayOf(refusedAt), goneOn: dayOf(goneAt) };
  return dueOf(facts, cadences, today);
};

/** Nobody opens where all have died or moved, nor in an empty flat. Who lives in a household without members is only not written down yet. */
const isLivedIn = ({ use }: DwellingRecord, { people, former }: HouseholdPeople): boolean =>
  use !== 'vacant' && (people.length > 0 || former.length === 0);

/** Where a need is asked about: at its household, else at its door. */
const placeOfNeed = ({ need }: FollowUp): string => need.householdId ?? need.dwellingId;

/** Lists every door at which something is to be done, in no order. */
export const readTodayDoors = (view: RowView, { today, now, lacksOlder }: ListMoment): readonly TodayDoor[] => {
  const cadences = readCadences(view);
  const answersOf = readDoorAnswers(view);
  const peopleOf = readHouseholdPeople(view);
  const waiting = new Map(groupBy(allFollowUps(view, today), placeOfNeed));
  const take = (id: string): readonly FollowUp[] => {
    const found = waiting.get(id) ?? [];
    waiting.delete(id);
    return found;
  };
  const doors: TodayDoor[] = [];
  const households = readAllRecords(view, 'household').filter(({ toOn }) => toOn === null);
  const behind = groupBy(households, ({ dwellingId }) => dwellingId);
  for (const household of households) {
    const dwelling = readRecord(view, 'dwelling', household.dwellingId);
    if (dwelling === undefined) continue;
    const answers = answersOfHousehold(
      answersOf(household.id),
      answersOf(dwelling.id),
      behind.get(dwelling.id)?.length ?? 1,
    );
    const isReckoned = dwelling.use !== 'vacant' && !(lacksOlder && answers.metAt === null);
    const due = isReckoned ? dueAt(peopleOf(household.id), answers, { cadences, today }) : null;
    const followUps = [...take(household.id), ...take(dwelling.id)];
    const isRetry =
      due === null ? isLivedIn(dwelling, peopleOf(household.id)) && isWorthRetry(answers, now) : isUnanswered(answers);
    if (due === null && !isRetry && followUps.length === 0) continue;
    const retry = isRetry && answers.nobodyAt !== null ? readRetry(view, dwelling.id, answers.nobodyAt) : null;
    doors.push({ dwelling, household, due, retry, followUps });
  }
  return [...doors, ...doorsWithoutHousehold(view, [...waiting.values()])];
};

/** What was heard at a door where no household is registered, or by one that has gone since, is asked about at the door. */
const doorsWithoutHousehold = (view: RowView, waiting: readonly (readonly FollowUp[])[]): readonly TodayDoor[] => {
  const byDoor = groupBy(waiting.flat(), ({ need }) => need.dwellingId);
  return [...byDoor].flatMap(([dwellingId, followUps]) => {
    const dwelling = readRecord(view, 'dwelling', dwellingId);
    return dwelling === undefined ? [] : [{ dwelling, household: null, due: null, retry: null, followUps }];
  });
};
