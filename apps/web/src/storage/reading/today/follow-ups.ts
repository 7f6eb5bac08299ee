import { addDays, type CivilDate, civilDateAt } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { isOpenNeed, type NeedRecord, openNeeds } from '../need-list.ts';
import { readRecord, readRecordsBy } from '../read-record.ts';

/** Why a need is asked about again: done and to be told, past its day, near it, or heard long ago. */
export type FollowUpReason = 'tell' | 'late' | 'near' | 'waiting';

/** A need that is to be asked about at its door. */
export interface FollowUp {
  readonly need: NeedRecord;
  readonly reason: FollowUpReason;
}

/** What has no day is asked about after two weeks. */
const waitingDays = 14;

const reasonOf = ({ state, dueOn, raisedAt }: NeedRecord, today: CivilDate): FollowUpReason | null => {
  if (state === 'done') return 'tell';
  if (dueOn !== null && dueOn < today) return 'late';
  if (dueOn !== null && dueOn <= addDays(today, 1)) return 'near';
  if (dueOn !== null || raisedAt === null) return null;
  return civilDateAt(raisedAt) <= addDays(today, -waitingDays) ? 'waiting' : null;
};

const toFollowUps = (needs: readonly NeedRecord[], today: CivilDate): readonly FollowUp[] =>
  needs.filter(isOpenNeed).flatMap((need) => {
    const reason = reasonOf(need, today);
    return reason === null ? [] : [{ need, reason }];
  });

/** Lists what is to be asked about again, everywhere. */
export const allFollowUps = (view: RowView, today: CivilDate): readonly FollowUp[] =>
  toFollowUps(openNeeds(view), today);

/** Whether the household that a need belongs to has gone: its needs are asked about at the door then. */
const hasGone = (view: RowView, householdId: string | null): boolean => {
  const household = householdId === null ? undefined : readRecord(view, 'household', householdId);
  return household === undefined || household.toOn !== null;
};

/** Lists what is to be asked about again at one household or door. */
export const followUpsAt = (
  view: RowView,
  at: { readonly dwellingId: string; readonly householdId: string | null },
  today: CivilDate,
): readonly FollowUp[] => {
  const own = at.householdId === null ? [] : readRecordsBy(view, 'need', { field: 'householdId', to: at.householdId });
  const here = readRecordsBy(view, 'need', { field: 'dwellingId', to: at.dwellingId });
  const ofDoor = here.filter((need) => !own.includes(need) && hasGone(view, need.householdId));
  return toFollowUps([...own, ...ofDoor], today);
};
