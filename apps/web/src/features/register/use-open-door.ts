import { useMemo } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { type DoorState, readDoorState } from '../../storage/reading/door-state.ts';
import { type HouseholdRecord, type Member, membersOf } from '../../storage/reading/household.ts';
import { isOpenNeed, type NeedRecord, needsAt } from '../../storage/reading/need-list.ts';
import { type OpenConflict, openConflictsOn } from '../../storage/reading/open-conflicts.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import { type TimelineVisit, visitTimeline } from '../../storage/reading/visit-timeline.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { useToday } from './use-today.ts';

/** Everything about one door and the household in front. */
export interface OpenDoor {
  readonly door: DoorState;
  /** The household in front; null behind an empty door. */
  readonly household: HouseholdRecord | null;
  readonly former: readonly HouseholdRecord[];
  readonly members: { readonly current: readonly Member[]; readonly former: readonly Member[] };
  readonly needs: readonly NeedRecord[];
  readonly visits: readonly TimelineVisit[];
  readonly conflicts: readonly OpenConflict[];
}

const nobody = { current: [], former: [] };

const idsOf = (door: DoorState, household: HouseholdRecord | null, members: OpenDoor['members']): readonly string[] => [
  door.dwelling.id,
  ...(household === null ? [] : [household.id]),
  ...members.current.flatMap(({ membership, person }) => [person.id, membership.id]),
];

/** Reads the door that the address names; null when this phone does not hold it. */
export const useOpenDoor = (): OpenDoor | null => {
  const { dwellingId = '' } = useParams();
  const [search] = useSearchParams();
  const asked = search.get('household');
  const today = useToday();
  const register = useRegister();
  return useMemo(() => {
    const { view } = register;
    const dwelling = readRecord(view, 'dwelling', dwellingId);
    if (dwelling === undefined) return null;
    const door = readDoorState(view, dwelling, today);
    const all = readRecordsBy(view, 'household', { field: 'dwellingId', to: dwellingId });
    const household = all.find(({ id }) => id === asked) ?? door.households[0] ?? null;
    const scope = { dwellingId, householdId: household?.id ?? null };
    const members = household === null ? nobody : membersOf(view, household.id);
    const needs = needsAt(view, scope).filter(isOpenNeed);
    return {
      door,
      household,
      former: all.filter(({ toOn }) => toOn !== null),
      members,
      needs,
      visits: visitTimeline(view, scope),
      conflicts: openConflictsOn(view, [...idsOf(door, household, members), ...needs.map(({ id }) => id)]),
    };
  }, [register, dwellingId, asked, today]);
};
