import type { Dwelling, Household, Membership, Person, Tag, Unit } from '@lianxin/domain';
import { normaliseBuilding, normaliseDoor, normaliseEntrance } from '../parse/place.ts';
import { parseImportKey } from './import-key.ts';
import type { ExistingRegister } from './import-plan.ts';

/** Is the register of a community, ready to be asked. */
export interface RegisterIndex {
  readonly unitById: ReadonlyMap<string, Unit>;
  readonly buildingByKey: ReadonlyMap<string, Unit>;
  readonly entranceByKey: ReadonlyMap<string, Unit>;
  readonly gridByName: ReadonlyMap<string, Unit>;
  readonly dwellingById: ReadonlyMap<string, Dwelling>;
  /** Doors with the same name in one unit, in walking order: landmarks may be shared. */
  readonly dwellingsByDoor: ReadonlyMap<string, readonly Dwelling[]>;
  readonly householdsByDwelling: ReadonlyMap<string, readonly Household[]>;
  readonly householdByIdentity: ReadonlyMap<string, Household>;
  readonly personById: ReadonlyMap<string, Person>;
  readonly personByIdentity: ReadonlyMap<string, Person>;
  readonly personsByNumberHash: ReadonlyMap<string, readonly Person[]>;
  readonly membershipsByHousehold: ReadonlyMap<string, readonly Membership[]>;
  readonly tagsByPerson: ReadonlyMap<string, readonly Tag[]>;
}

/** Tells buildings apart by estate and name; 3号楼 and 3# are one. */
export const buildingKey = (estate: string | null, name: string): string =>
  `${estate ?? ''}/${normaliseBuilding(name)}`;

/** Tells entrances apart within their building. */
export const entranceKey = (buildingId: string, name: string): string => `${buildingId}/${normaliseEntrance(name)}`;

/** Tells doors apart within their building or entrance. */
export const doorKey = (unitId: string, doorLabel: string): string =>
  `${unitId}/${normaliseDoor(doorLabel).toLowerCase()}`;

/** Indexes the register once, so that planning asks in constant time. */
export const indexRegister = (existing: ExistingRegister): RegisterIndex => {
  const ofKind = (kind: Unit['kind']): readonly Unit[] => existing.units.filter((unit) => unit.kind === kind);
  const dwellings = [...existing.dwellings].sort((a, b) => (a.walkOrder ?? 0) - (b.walkOrder ?? 0));
  return {
    unitById: keyed(existing.units, (unit) => unit.id),
    buildingByKey: keyed(ofKind('building'), (unit) => buildingKey(unit.estate, unit.name)),
    entranceByKey: keyed(ofKind('entrance'), (unit) => entranceKey(unit.parentId ?? '', unit.name)),
    gridByName: keyed(ofKind('grid'), (unit) => unit.name.replace(/\s+/gu, '')),
    dwellingById: keyed(dwellings, (dwelling) => dwelling.id),
    dwellingsByDoor: grouped(dwellings, (dwelling) => doorKey(dwelling.unitId, dwelling.doorLabel)),
    householdsByDwelling: grouped(existing.households, (household) => household.dwellingId),
    householdByIdentity: keyed(existing.households, (household) => parseImportKey(household.importKey)?.identity),
    personById: keyed(existing.persons, (person) => person.id),
    personByIdentity: keyed(existing.persons, (person) => parseImportKey(person.importKey)?.identity),
    personsByNumberHash: grouped(existing.persons, (person) => person.identityNumberHash ?? undefined),
    membershipsByHousehold: grouped(existing.memberships, (membership) => membership.householdId),
    tagsByPerson: grouped(existing.tags, (tag) => tag.personId),
  };
};

/** The first of several rows with one key wins, so that a later double cannot take its place. */
const keyed = <T>(rows: readonly T[], keyOf: (row: T) => string | undefined): ReadonlyMap<string, T> => {
  const map = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined && !map.has(key)) map.set(key, row);
  }
  return map;
};

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string | undefined): ReadonlyMap<string, readonly T[]> => {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = map.get(key);
    if (group) group.push(row);
    else map.set(key, [row]);
  }
  return map;
};
