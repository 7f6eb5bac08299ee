import type { RunningServer } from './running-server.ts';
import { queryRows } from './stored-rows.ts';

/** Is a door of the demo's town building where somebody lives. */
export interface DemoDoor {
  readonly label: string;
  readonly dwellingId: string;
  readonly householdId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly name: string;
}

/** The lived-in doors of the first entrance of 1号楼, from the ground up. */
export const demoDoors = (server: RunningServer): readonly DemoDoor[] =>
  queryRows(
    server,
    `SELECT dwellings.door_label AS label, dwellings.id AS dwelling, households.id AS household,
            persons.id AS person, persons.name AS name, memberships.id AS membership
     FROM dwellings
     JOIN units AS entrances ON entrances.id = dwellings.unit_id
     JOIN units AS buildings ON buildings.id = entrances.parent_id
     JOIN households ON households.dwelling_id = dwellings.id
     JOIN memberships ON memberships.household_id = households.id
     JOIN persons ON persons.id = memberships.person_id
     WHERE buildings.name = '1号楼' AND entrances.name = '1单元' AND persons.phone IS NOT NULL
     GROUP BY dwellings.id ORDER BY dwellings.door_label`,
  ).map((row) => ({
    label: String(row['label']),
    dwellingId: String(row['dwelling']),
    householdId: String(row['household']),
    personId: String(row['person']),
    membershipId: String(row['membership']),
    name: String(row['name']),
  }));

/** The door at a place of the list; a demo without it is no demo to test with. */
export const doorAt = (doors: readonly DemoDoor[], at: number): DemoDoor => {
  const door = doors[at];
  if (door === undefined) throw new Error(`the demo has only ${doors.length} lived-in doors at this entrance`);
  return door;
};
