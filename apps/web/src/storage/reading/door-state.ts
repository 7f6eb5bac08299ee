import {
  type CadenceRule,
  type CivilDate,
  civilDateAt,
  daysBetween,
  doorStanding,
  dueOf,
  effectiveVisits,
} from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { type HouseholdRecord, householdsOfDoor } from './household.ts';
import { readCadences, readDueFacts } from './household-care.ts';
import { type RecordsByName, readRecordsBy } from './read-record.ts';

export type DwellingRecord = RecordsByName['dwelling'];
export type VisitRecord = RecordsByName['visit'];

/** How a door stands: by what is to be done there, else by how it answered last. */
export type DoorStanding = 'overdue' | 'due' | 'soon' | 'noAnswer' | 'refused' | 'vacant' | 'recent';

/** How a door stands today: by the household there that has waited longest. */
export interface DoorState {
  readonly dwelling: DwellingRecord;
  readonly households: readonly HouseholdRecord[];
  readonly standing: DoorStanding;
  /** Whole days since the last visit that decides the standing; null when nobody was ever there. */
  readonly days: number | null;
  /** The newest visit that counts, to anybody behind the door. */
  readonly lastVisit: VisitRecord | null;
}

interface Standing {
  readonly standing: DoorStanding;
  readonly days: number | null;
}

/** A shop without residents is a door to knock at; a flat without residents is an empty one. */
const usesWithoutResidents: readonly DwellingRecord['use'][] = ['shop', 'office', 'shopAndHome', 'other'];

const isVacant = (dwelling: DwellingRecord, households: readonly HouseholdRecord[]): boolean =>
  dwelling.use === 'vacant' || (households.length === 0 && !usesWithoutResidents.includes(dwelling.use));

/** Who has waited longest decides: what is to be done must not hide behind a neighbour's tick. */
const urgency: readonly DoorStanding[] = ['overdue', 'due', 'noAnswer', 'soon', 'refused', 'recent', 'vacant'];

/**
 * The visits that tell how a household stands: its own, wherever it lived then, and those to the door as a whole. A door found empty as a whole was found so
 * before anybody was registered behind it, and who was met at a door that several share is not told.
 */
const visitsFor = (
  view: RowView,
  household: HouseholdRecord,
  atDoor: readonly VisitRecord[],
  isAlone: boolean,
): readonly VisitRecord[] => {
  const own = readRecordsBy(view, 'visit', { field: 'householdId', to: household.id });
  const ofDoor = atDoor.filter(
    ({ householdId, outcome }) =>
      householdId === null && outcome !== 'vacant' && outcome !== 'movedOut' && (isAlone || outcome !== 'met'),
  );
  return effectiveVisits([...own, ...ofDoor]);
};

/** Late is said before anything else; a closed door is said before that it is merely due, for the ring is what sends one there at another hour. */
const householdStanding = (
  view: RowView,
  { household, visits }: { readonly household: HouseholdRecord; readonly visits: readonly VisitRecord[] },
  on: { readonly isVacant: boolean; readonly today: CivilDate; readonly cadences: readonly CadenceRule[] },
): Standing => {
  const last = visits[0];
  const at = last?.visitedAt ?? null;
  const days = at === null ? null : Math.max(0, daysBetween(civilDateAt(at), on.today));
  if (on.isVacant || last?.outcome === 'vacant' || last?.outcome === 'movedOut') return { standing: 'vacant', days };
  const due = dueOf(readDueFacts(view, household.id, visits), on.cadences, on.today);
  if (due?.state === 'overdue') return { standing: 'overdue', days };
  if (last?.outcome === 'noAnswer') return { standing: 'noAnswer', days };
  if (due?.state === 'due') return { standing: 'due', days };
  if (last?.outcome === 'refused') return { standing: 'refused', days };
  return { standing: due?.state ?? 'recent', days };
};

/** Behind a door without residents no cadence looks for anybody: a month is a while, a quarter is long. */
const byAge = { recent: 'recent', fading: 'soon', long: 'due' } as const;

const doorAlone = (
  visits: readonly VisitRecord[],
  door: { readonly isVacant: boolean; readonly today: CivilDate },
): Standing => {
  const { standing, days } = doorStanding(visits, door);
  const isOfAge = standing === 'recent' || standing === 'fading' || standing === 'long';
  return { standing: isOfAge ? byAge[standing] : standing, days };
};

/** Prepares to read how doors stand on a day, so that many doors ask only once how often whom to visit. */
export const doorReader = (view: RowView, today: CivilDate): ((dwelling: DwellingRecord) => DoorState) => {
  const cadences = readCadences(view);
  return (dwelling) => {
    const households = householdsOfDoor(view, dwelling.id);
    const all = readRecordsBy(view, 'visit', { field: 'dwellingId', to: dwelling.id });
    const visits = effectiveVisits(all);
    const door = { isVacant: isVacant(dwelling, households), today };
    const standings =
      households.length === 0
        ? [doorAlone(all, door)]
        : households.map((household) =>
            householdStanding(
              view,
              { household, visits: visitsFor(view, household, all, households.length === 1) },
              { ...door, cadences },
            ),
          );
    const decides = [...standings].sort(
      (a, b) => urgency.indexOf(a.standing) - urgency.indexOf(b.standing) || (b.days ?? 1e9) - (a.days ?? 1e9),
    )[0];
    return {
      dwelling,
      households,
      standing: decides?.standing ?? 'due',
      days: decides?.days ?? null,
      lastVisit: visits[0] ?? null,
    };
  };
};

/** Reads how one door stands. */
export const readDoorState = (view: RowView, dwelling: DwellingRecord, today: CivilDate): DoorState =>
  doorReader(view, today)(dwelling);
