import type { Dwelling } from '@lianxin/domain';
import type { ParsedDwelling } from '../parse/parsed-ledger.ts';
import type { Place } from '../parse/place.ts';
import { fieldEdits } from './field-edits.ts';
import type { ImportChoices, PlannedBuilding } from './import-plan.ts';
import type { PlanWriter } from './plan-writer.ts';
import { buildingKey, doorKey, entranceKey, type RegisterIndex } from './register-index.ts';

interface OpenBuilding extends PlannedBuilding {
  dwellings: number;
}

/** Finds or plans the building, entrance and dwelling of each door in turn. */
export interface PlacePlanner {
  readonly dwellingFor: (parsed: ParsedDwelling, known: Dwelling | undefined) => string;
  readonly unitIdFor: (parsed: ParsedDwelling) => string;
  readonly buildings: () => readonly PlannedBuilding[];
}

/** Makes the planner of places. The ledger is looked at as a whole first: a building's layout depends on all its doors. */
export const createPlacePlanner = (source: {
  readonly parsed: readonly ParsedDwelling[];
  readonly index: RegisterIndex;
  readonly choices: ImportChoices;
  readonly plan: PlanWriter;
}): PlacePlanner => {
  const { index, choices, plan } = source;
  const shapes = shapesOf(source.parsed);
  const buildings = new Map<string, OpenBuilding>();
  const entrances = new Map<string, string>();
  const usedDoors = new Map<string, number>();

  const buildingFor = (place: Place): OpenBuilding => {
    const { name, estate } = buildingNameOf(place);
    const key = buildingKey(estate, name);
    const known = buildings.get(key);
    if (known) return known;
    const existing = index.buildingByKey.get(key);
    const gridId =
      existing?.parentId ??
      choices.gridByBuilding[key] ??
      index.gridByName.get(place.grid.replace(/\s+/gu, ''))?.id ??
      choices.defaultGridId;
    const shape = shapes.get(key) ?? { floors: 0, isMatrix: false };
    const fields = {
      kind: 'building',
      parentId: gridId,
      name,
      estate,
      layout: shape.isMatrix ? 'matrix' : 'list',
      floors: shape.floors > 0 ? shape.floors : null,
      sortOrder: buildings.size + 1,
    };
    const unitId = existing?.id ?? plan.create('unit', fields);
    const building = {
      key,
      label: estate === null || estate === name ? name : `${estate} ${name}`,
      unitId,
      gridId,
      isNew: existing === undefined,
      dwellings: 0,
    };
    buildings.set(key, building);
    return building;
  };

  const unitIdFor = (parsed: ParsedDwelling): string => {
    const { unitId } = buildingFor(parsed.place);
    if (parsed.place.entrance === '') return unitId;
    const key = entranceKey(unitId, parsed.place.entrance);
    const known = entrances.get(key) ?? index.entranceByKey.get(key)?.id;
    const id =
      known ??
      plan.create('unit', {
        kind: 'entrance',
        parentId: unitId,
        name: parsed.place.entrance,
        sortOrder: entrances.size + 1,
      });
    entrances.set(key, id);
    return id;
  };

  const dwellingFor = (parsed: ParsedDwelling, known: Dwelling | undefined): string => {
    buildingFor(parsed.place).dwellings += 1;
    const unitId = unitIdFor(parsed);
    const key = doorKey(unitId, parsed.doorLabel);
    const nth = usedDoors.get(key) ?? 0;
    usedDoors.set(key, nth + 1);
    const existing = known ?? index.dwellingsByDoor.get(key)?.[nth];
    if (existing) {
      // The door keeps what workers have found; only a use that was never recorded is taken from the file.
      const { use, ...rest } = parsed.dwelling;
      plan.edit(
        'dwelling',
        existing,
        fieldEdits(
          { ...existing },
          existing.use === null && use !== undefined
            ? { use }
            : rest['note'] === undefined
              ? {}
              : { note: rest['note'] },
        ),
      );
      return existing.id;
    }
    const verification = parsed.isDoorMissing ? 'toCheck' : 'checked';
    return plan.create('dwelling', {
      ...parsed.dwelling,
      unitId,
      doorLabel: parsed.doorLabel,
      walkOrder: parsed.row,
      verification,
    });
  };

  return { dwellingFor, unitIdFor, buildings: () => [...buildings.values()] };
};

/** A village group stands where a town has a building; doors without either are kept together. */
const buildingNameOf = (place: Place): { readonly name: string; readonly estate: string | null } => {
  const estate = place.estate || place.villageGroup || null;
  return { name: place.building || place.villageGroup || place.estate || '未分楼栋', estate };
};

/** A building is drawn as floors by doors only when every door of it tells its floor. */
const shapesOf = (
  parsed: readonly ParsedDwelling[],
): ReadonlyMap<string, { readonly floors: number; readonly isMatrix: boolean }> => {
  const shapes = new Map<string, { floors: number; isMatrix: boolean }>();
  for (const { place, dwelling } of parsed) {
    const { name, estate } = buildingNameOf(place);
    const key = buildingKey(estate, name);
    const shape = shapes.get(key) ?? { floors: 0, isMatrix: place.building !== '' };
    const floor = dwelling['floor'];
    if (typeof floor === 'number') shape.floors = Math.max(shape.floors, floor);
    else shape.isMatrix = false;
    shapes.set(key, shape);
  }
  return shapes;
};
