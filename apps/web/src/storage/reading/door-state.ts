import { type CivilDate, type DoorStanding, doorStanding, effectiveVisits } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { type HouseholdRecord, householdsOfDoor } from './household.ts';
import { type RecordsByName, readRecordsBy } from './read-record.ts';

export type DwellingRecord = RecordsByName['dwelling'];
export type VisitRecord = RecordsByName['visit'];

/** How a door stands today: by its last visit, or by the household there that has waited longest. */
export interface DoorState {
  readonly dwelling: DwellingRecord;
  readonly households: readonly HouseholdRecord[];
  readonly standing: DoorStanding;
  /** Whole days since the last visit that decides the standing; null when nobody was ever there. */
  readonly days: number | null;
  /** The newest visit that counts, to anybody behind the door. */
  readonly lastVisit: VisitRecord | null;
}

/** A shop without residents is a door to knock at; a flat without residents is an empty one. */
const usesWithoutResidents: readonly DwellingRecord['use'][] = ['shop', 'office', 'shopAndHome', 'other'];

const isVacant = (dwelling: DwellingRecord, households: readonly HouseholdRecord[]): boolean =>
  dwelling.use === 'vacant' || (households.length === 0 && !usesWithoutResidents.includes(dwelling.use));

/** Who has waited longest decides: what is to be done must not hide behind a neighbour's tick. */
const urgency: readonly DoorStanding[] = ['long', 'fading', 'noAnswer', 'refused', 'recent', 'vacant'];

/** The visits that tell how a household stands: its own, and those to the door as a whole. */
const visitsFor = (visits: readonly VisitRecord[], household: HouseholdRecord): readonly VisitRecord[] =>
  visits.filter((visit) => {
    if (visit.householdId !== null) return visit.householdId === household.id;
    // A door found empty as a whole was found so before anybody was registered behind it.
    return visit.outcome !== 'vacant' && visit.outcome !== 'movedOut';
  });

/** Reads how a door stands. */
export const readDoorState = (view: RowView, dwelling: DwellingRecord, today: CivilDate): DoorState => {
  const households = householdsOfDoor(view, dwelling.id);
  const all = readRecordsBy(view, 'visit', { field: 'dwellingId', to: dwelling.id });
  const visits = effectiveVisits(all);
  const door = { isVacant: isVacant(dwelling, households), today };
  const standings =
    households.length === 0
      ? [doorStanding(all, door)]
      : households.map((household) => doorStanding(visitsFor(visits, household), door));
  const decides = [...standings].sort(
    (a, b) => urgency.indexOf(a.standing) - urgency.indexOf(b.standing) || (b.days ?? 1e9) - (a.days ?? 1e9),
  )[0];
  return {
    dwelling,
    households,
    standing: decides?.standing ?? 'long',
    days: decides?.days ?? null,
    lastVisit: visits[0] ?? null,
  };
};
