import type { Dwelling, Household, Person } from '@lianxin/domain';
import type { ParsedDwelling, ParsedHousehold, ParsedLedger } from '../parse/parsed-ledger.ts';
import { placeLabel } from '../parse/place.ts';
import { placeKey } from '../parse/row-place.ts';
import { fieldEdits } from './field-edits.ts';
import { type ImportKey, importKeyOf, importKeyText, parseImportKey } from './import-key.ts';
import type { ExistingRegister, ImportChoices, ImportedRow, ImportPlan, PlanCounts, PlanTools } from './import-plan.ts';
import { hasName } from './match-person.ts';
import { createPeoplePlanner, type PlannedPerson } from './plan-people.ts';
import { createPlacePlanner } from './plan-places.ts';
import { createPlanWriter, type PlanWriter } from './plan-writer.ts';
import { indexRegister, type RegisterIndex } from './register-index.ts';

/**
 * Plans what importing a parsed ledger would write into the register of a community. Pure: the same ledger, register,
 * choices and ids give the same plan. A file that was imported before plans nothing; a blank or masked cell changes
 * nothing, a missing row ends nothing, and a person who is recognised by name alone waits for an answer.
 */
export const planImport = (
  parsed: ParsedLedger,
  existing: ExistingRegister,
  { choices, tools }: { readonly choices: ImportChoices; readonly tools: PlanTools },
): ImportPlan => {
  const index = indexRegister(existing);
  const plan = createPlanWriter(tools);
  const places = createPlacePlanner({ parsed: parsed.dwellings, index, choices, plan });
  const planPerson = createPeoplePlanner({ index, choices, plan });
  const keyOf = createHouseholdKeys(tools);
  const people: PlannedPerson[] = [];
  for (const dwelling of parsed.dwellings) {
    const households = dwelling.households.map((household) => ({ household, key: keyOf(dwelling, household) }));
    const known = households
      .map(({ key }) => index.householdByIdentity.get(key.identity))
      .find((found) => found !== undefined);
    const dwellingId = places.dwellingFor(dwelling, known && index.dwellingById.get(known.dwellingId));
    const door: DoorContext = { index, plan, dwellingId, atDoor: peopleAt(index, dwellingId), taken: new Set() };
    if (households.length === 0)
      noteRow(plan, { sheet: dwelling.sheet, row: dwelling.row, dwellingId, householdId: null, personIds: [] });
    for (const { household, key } of households) {
      const householdId = planHousehold(door, household, key);
      const context = {
        householdId,
        householdIdentity: key.identity,
        atDoor: door.atDoor,
        door: placeLabel(dwelling.place),
      };
      for (const member of household.members) {
        const person = planPerson(member, context);
        people.push(person);
        noteRow(plan, { sheet: member.sheet, row: member.row, dwellingId, householdId, personIds: [person.personId] });
      }
    }
  }
  const { creates, edits, questions, rows } = plan;
  return { creates, edits, questions, rows, buildings: places.buildings(), counts: countPlan(plan, people) };
};

/** Several people of one row come one after the other. */
const noteRow = ({ rows }: PlanWriter, row: ImportedRow): void => {
  const last = rows.at(-1);
  if (last?.sheet === row.sheet && last.row === row.row)
    rows[rows.length - 1] = { ...last, personIds: [...last.personIds, ...row.personIds] };
  else rows.push(row);
};

interface DoorContext {
  readonly index: RegisterIndex;
  readonly plan: PlanWriter;
  readonly dwellingId: string;
  readonly atDoor: readonly Person[];
  readonly taken: Set<string>;
}

/** Two households of one door may have the same head; they are told apart by their order. */
const createHouseholdKeys = (
  tools: PlanTools,
): ((dwelling: ParsedDwelling, household: ParsedHousehold) => ImportKey) => {
  const seen = new Map<string, number>();
  return (dwelling, household) => {
    const room = String(household.household['roomLabel'] ?? '');
    // Landmarks are numbered in the order of the file, which shifts when a row is added, so the number stays out.
    const identity = [placeKey(dwelling.place), room, household.headName].join('/');
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return importKeyOf(tools.hash, `household/${identity}/${nth}`, household.household);
  };
};

const planHousehold = (door: DoorContext, parsed: ParsedHousehold, key: ImportKey): string => {
  const existing = findHousehold(door, parsed, key);
  if (existing === undefined) {
    return door.plan.create('household', {
      ...parsed.household,
      dwellingId: door.dwellingId,
      verification: 'checked',
      importKey: importKeyText(key),
    });
  }
  door.taken.add(existing.id);
  const known = parseImportKey(existing.importKey);
  if (known?.identity === key.identity && known.fingerprint === key.fingerprint) return existing.id;
  const edits = fieldEdits({ ...existing }, parsed.household);
  if (Object.keys(edits).length > 0) door.plan.edit('household', existing, { ...edits, importKey: importKeyText(key) });
  return existing.id;
};

const findHousehold = (door: DoorContext, parsed: ParsedHousehold, key: ImportKey): Household | undefined => {
  const imported = door.index.householdByIdentity.get(key.identity);
  if (imported && !door.taken.has(imported.id)) return imported;
  const here = (door.index.householdsByDwelling.get(door.dwellingId) ?? []).filter(
    (household) => !door.taken.has(household.id) && household.toOn === null,
  );
  const number = parsed.household['householdNo'];
  return (
    here.find((household) => number !== undefined && household.householdNo === number) ??
    here.find((household) =>
      peopleIn(door.index, household).some((person) => parsed.members.some((member) => hasName(person, member.name))),
    )
  );
};

const peopleIn = (index: RegisterIndex, household: Household): readonly Person[] =>
  (index.membershipsByHousehold.get(household.id) ?? []).flatMap(
    (membership) => index.personById.get(membership.personId) ?? [],
  );

const peopleAt = (index: RegisterIndex, dwellingId: Dwelling['id']): readonly Person[] =>
  (index.householdsByDwelling.get(dwellingId) ?? []).flatMap((household) => peopleIn(index, household));

const countPlan = (plan: PlanWriter, people: readonly PlannedPerson[]): PlanCounts => {
  const created = (record: string): number => plan.creates.filter((create) => create.record === record).length;
  const became = (outcome: PlannedPerson['outcome']): number =>
    people.filter((person) => person.outcome === outcome).length;
  return {
    newBuildings: plan.creates.filter((create) => create.fields['kind'] === 'building').length,
    newDwellings: created('dwelling'),
    newHouseholds: created('household'),
    newPeople: became('new'),
    changedPeople: became('changed'),
    unchangedPeople: became('unchanged'),
    waitingPeople: became('waiting'),
  };
};
