import { useParams, useSearchParams } from 'wouter';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import { type HouseholdRecord, householdsOfDoor } from '../../storage/reading/household.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';

/** The door that a need or wish is written at, and whose it is where that is known. */
export interface DoorOfNeed {
  readonly dwelling: DwellingRecord;
  readonly households: readonly HouseholdRecord[];
  readonly householdId: string | null;
}

/** Reads the door that the address names; null when this phone does not hold it. */
export const useDoorOfNeed = (): DoorOfNeed | null => {
  const { dwellingId = '' } = useParams();
  const [search] = useSearchParams();
  const { view } = useRegister();
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  if (dwelling === undefined) return null;
  const households = householdsOfDoor(view, dwellingId);
  const asked = households.find(({ id }) => id === search.get('household'));
  const only = households.length === 1 ? households[0] : undefined;
  return { dwelling, households, householdId: (asked ?? only)?.id ?? null };
};
