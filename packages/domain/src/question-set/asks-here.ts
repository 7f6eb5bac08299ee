import { ageOn, type CivilDate, isCurrentOn } from '../kernel/civil-date.ts';
import type { AskedSet } from './asked-set.ts';

/** Is what is known of somebody at a door that decides whether they are asked. */
export interface AskedPerson {
  readonly birthOn: CivilDate | null;
  readonly tagKinds: readonly string[];
}

/** Says whether a set is asked at a door on a day: within its period, and of everybody or of a household with somebody it is for. */
export const asksHere = (
  set: Pick<AskedSet, 'isActive' | 'audience' | 'fromOn' | 'toOn'>,
  people: readonly AskedPerson[],
  today: CivilDate,
): boolean => {
  if (!set.isActive || !isCurrentOn(set, today)) return false;
  const { tagKinds, minAge } = set.audience;
  if (tagKinds.length === 0 && minAge === null) return true;
  // One and the same person: a household with a young disabled man and his old mother has no old disabled person.
  return people.some(
    (person) =>
      (tagKinds.length === 0 || person.tagKinds.some((kind) => tagKinds.includes(kind))) &&
      (minAge === null || (person.birthOn !== null && ageOn(person.birthOn, today) >= minAge)),
  );
};
