import type { RowView } from '@lianxin/sync/client';
import { byNumber, byText } from './label-order.ts';
import { type RecordsByName, readAllRecords, readRecordsBy } from './read-record.ts';

export type NeedRecord = RecordsByName['need'];
export type WishRecord = RecordsByName['wish'];

/** A need is over when the person has been told; done but untold is still open. */
export const isOpenNeed = (need: NeedRecord): boolean => need.state !== 'answered';

/** What is due first comes first, then what was heard first. */
const byUrgency = (a: NeedRecord, b: NeedRecord): number =>
  byText(a.dueOn ?? '9', b.dueOn ?? '9') || byNumber(a.raisedAt, b.raisedAt) || (a.id < b.id ? -1 : 1);

/** The needs that are not over, of everybody whose records this phone holds. */
export const openNeeds = (view: RowView): readonly NeedRecord[] =>
  readAllRecords(view, 'need').filter(isOpenNeed).sort(byUrgency);

/** The needs of a household or, without one, of a door; newest first. */
export const needsAt = (
  view: RowView,
  { dwellingId, householdId }: { readonly dwellingId: string; readonly householdId: string | null },
): readonly NeedRecord[] => {
  const here = readRecordsBy(view, 'need', { field: 'dwellingId', to: dwellingId });
  const own = householdId === null ? here : readRecordsBy(view, 'need', { field: 'householdId', to: householdId });
  const ofDoor = householdId === null ? [] : here.filter((need) => need.householdId === null);
  return [...own, ...ofDoor].sort(byUrgency);
};

/** The wish that publishes a need and still waits or is being worked on. */
export const liveWishOf = (view: RowView, needId: string): WishRecord | null =>
  readRecordsBy(view, 'wish', { field: 'needId', to: needId }).find(
    (wish) => wish.state === 'open' || wish.state === 'claimed',
  ) ?? null;
