import type { Dwelling, Household, Membership, Person, Tag } from '@lianxin/domain';
import type { ParsedDwelling, ParsedHousehold, ParsedLedger, ParsedMember } from '../parse/parsed-ledger.ts';
import type { ExistingRegister, ImportedRow } from '../plan/import-plan.ts';

/** Is one member of a household today. */
export interface CurrentMember {
  readonly person: Person;
  readonly membership: Membership;
  readonly tags: readonly Tag[];
}

/** Is the imported file and the register of today, ready to be asked row by row. */
export interface AsImportedSource {
  readonly rowAt: (sheet: string, row: number) => ImportedRow | undefined;
  readonly parsedMembersAt: (sheet: string, row: number) => readonly ParsedMember[];
  readonly parsedHouseholdAt: (sheet: string, row: number) => ParsedHousehold | undefined;
  readonly parsedDwellingAt: (sheet: string, row: number) => ParsedDwelling | undefined;
  readonly dwelling: (id: string) => Dwelling | undefined;
  readonly household: (id: string) => Household | undefined;
  readonly membersOf: (householdId: string) => readonly CurrentMember[];
  readonly householdsAt: (dwellingId: string) => readonly Household[];
  /** The membership that ended, when somebody of the file has left. */
  readonly endedMembership: (personId: string, householdId: string) => Membership | undefined;
  /** Doors that the file does not know, by their building or entrance. */
  readonly newDwellingsIn: (unitId: string) => readonly Dwelling[];
  /** People and households of the file, so that only unknown ones are appended. */
  readonly isImportedPerson: (id: string) => boolean;
  readonly isImportedHousehold: (id: string) => boolean;
}

/** Joins the file as it was understood with the rows that were written for it and with the register of today. */
export const asImportedSourceOf = (
  ledger: ParsedLedger,
  rows: readonly ImportedRow[],
  register: ExistingRegister,
): AsImportedSource => {
  const households = ledger.dwellings.flatMap((dwelling) => dwelling.households);
  const members = groupBy(
    households.flatMap((household) => household.members),
    (member) => `${member.sheet}:${member.row}`,
  );
  const parsedHouseholds = new Map(
    households.flatMap((household) =>
      household.members.map((member) => [`${member.sheet}:${member.row}`, household] as const),
    ),
  );
  const parsedDwellings = new Map(
    ledger.dwellings.flatMap((dwelling) =>
      [dwelling, ...dwelling.households.flatMap((household) => household.members)].map(
        ({ sheet, row }) => [`${sheet}:${row}`, dwelling] as const,
      ),
    ),
  );
  const byRow = new Map(rows.map((row) => [`${row.sheet}:${row.row}`, row]));
  const byId = {
    dwelling: new Map(register.dwellings.map((row) => [row.id, row])),
    household: new Map(register.households.map((row) => [row.id, row])),
    person: new Map(register.persons.map((row) => [row.id, row])),
  };
  const current = register.memberships.filter((membership) => membership.toOn === null);
  const ended = new Map(
    register.memberships
      .filter((row) => row.toOn !== null)
      .map((row) => [`${row.personId}/${row.householdId}`, row] as const),
  );
  const memberships = groupBy(current, (membership) => membership.householdId);
  const tags = groupBy(register.tags, (tag) => tag.personId);
  const importedPeople = new Set(rows.flatMap((row) => row.personIds));
  const importedHouseholds = new Set(rows.map((row) => row.householdId));
  const importedDwellings = new Set(rows.map((row) => row.dwellingId));
  const newDwellings = groupBy(
    register.dwellings.filter((dwelling) => !importedDwellings.has(dwelling.id)),
    (dwelling) => dwelling.unitId,
  );
  const householdsAt = groupBy(
    register.households.filter((household) => household.toOn === null),
    (household) => household.dwellingId,
  );
  return {
    rowAt: (sheet, row) => byRow.get(`${sheet}:${row}`),
    parsedMembersAt: (sheet, row) => members.get(`${sheet}:${row}`) ?? [],
    parsedHouseholdAt: (sheet, row) => parsedHouseholds.get(`${sheet}:${row}`),
    parsedDwellingAt: (sheet, row) => parsedDwellings.get(`${sheet}:${row}`),
    dwelling: (id) => byId.dwelling.get(id),
    household: (id) => byId.household.get(id),
    membersOf: (householdId) =>
      (memberships.get(householdId) ?? []).flatMap((membership) => {
        const person = byId.person.get(membership.personId);
        return person ? [{ person, membership, tags: tags.get(person.id) ?? [] }] : [];
      }),
    householdsAt: (dwellingId) =>
      (householdsAt.get(dwellingId) ?? []).filter((household) => (memberships.get(household.id) ?? []).length > 0),
    endedMembership: (personId, householdId) => ended.get(`${personId}/${householdId}`),
    newDwellingsIn: (unitId) => newDwellings.get(unitId) ?? [],
    isImportedPerson: (id) => importedPeople.has(id),
    isImportedHousehold: (id) => importedHouseholds.has(id),
  };
};

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};
