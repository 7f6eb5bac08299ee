import type { RunningServer } from './running-server.ts';
import { queryRows } from './stored-rows.ts';

/** Where the demo's records are: the ids that addresses of pages need. */
export interface TourIds {
  readonly invitation: string;
  readonly community: string;
  readonly building: string;
  readonly door: string;
  readonly vacantDoor: string;
  readonly household: string;
  readonly member: string;
  readonly person: string;
  readonly visit: string;
  readonly need: string;
  readonly group: string;
  readonly courtyard: string;
  readonly claimedNotice: string;
  readonly help: string;
  readonly account: string;
  readonly importId: string;
}

/** Finds the demo's records in the server's database file. */
export const readTourIds = (server: RunningServer): TourIds => {
  const one = (sql: string): string => String(queryRows(server, sql)[0]?.['id'] ?? '');
  const need = queryRows(
    server,
    `SELECT needs.id, needs.dwelling_id, needs.household_id FROM needs JOIN dwellings ON dwellings.id = needs.dwelling_id
     WHERE dwellings.floor IS NOT NULL AND needs.state = 'open' ORDER BY needs.id`,
  )[0];
  const door = String(need?.['dwelling_id'] ?? '');
  const household = String(need?.['household_id'] ?? '');
  const building = one(`SELECT id FROM units WHERE layout = 'matrix' AND name = '1号楼'`);
  const group = one(`SELECT id FROM units WHERE layout = 'list' AND name = '二组'`);
  return {
    invitation: '/invitation',
    community: one(`SELECT id FROM units WHERE kind = 'community'`),
    building,
    door,
    vacantDoor: one(
      `SELECT dwellings.id FROM dwellings JOIN units ON units.id = dwellings.unit_id
       WHERE units.parent_id = '${building}' AND dwellings.use = 'vacant'`,
    ),
    household,
    member: one(`SELECT id FROM memberships WHERE household_id = '${household}'`),
    person: one(`SELECT person_id AS id FROM memberships WHERE household_id = '${household}'`),
    visit: one(`SELECT visits.id FROM visits JOIN dwellings ON dwellings.id = visits.dwelling_id
                WHERE dwellings.floor IS NOT NULL AND visits.note IS NOT NULL`),
    need: String(need?.['id'] ?? ''),
    group,
    courtyard: one(`SELECT id FROM dwellings WHERE unit_id = '${group}' AND use <> 'vacant' ORDER BY walk_order`),
    claimedNotice: one(`SELECT notice_id AS id FROM wishes WHERE claimed_by IS NOT NULL`),
    help: one(`SELECT id FROM helps`),
    account: one(`SELECT id FROM accounts WHERE name = '王芳'`),
    importId: one(`SELECT id FROM imports`),
  };
};
