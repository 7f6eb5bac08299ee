import type { Dwelling } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { byLabel, byNumber } from './label-order.ts';
import { type RecordsByName, readAllRecords, readRecord, readRecordsBy } from './read-record.ts';

export type UnitRecord = RecordsByName['unit'];

/** Where a door is, from the community down; a level that this phone does not hold is null. */
export interface Place {
  readonly community: UnitRecord | null;
  readonly grid: UnitRecord | null;
  readonly building: UnitRecord | null;
  readonly entrance: UnitRecord | null;
}

/** The tree is at most district > street > community > grid > building > entrance. */
const deepestLevel = 8;

/** Climbs from a unit to the top, itself first. */
const unitAndAbove = (view: RowView, unitId: string | null): readonly UnitRecord[] => {
  const chain: UnitRecord[] = [];
  let next = unitId;
  while (next !== null && chain.length < deepestLevel) {
    const unit = readRecord(view, 'unit', next);
    if (unit === undefined) break;
    chain.push(unit);
    next = unit.parentId;
  }
  return chain;
};

/** Tells where a unit is. */
export const placeOfUnit = (view: RowView, unitId: string): Place => {
  const chain = unitAndAbove(view, unitId);
  const find = (...kinds: readonly string[]): UnitRecord | null =>
    chain.find((unit) => kinds.includes(unit.kind)) ?? null;
  return {
    community: find('community', 'village'),
    grid: find('grid'),
    building: find('building'),
    entrance: find('entrance'),
  };
};

/** Tells where a door is. */
export const placeOfDoor = (view: RowView, dwelling: Pick<Dwelling, 'unitId'>): Place =>
  placeOfUnit(view, dwelling.unitId);

/** The building and entrance of a place as people say them: 3号楼 1单元. */
export const buildingName = ({ building, entrance }: Place): string =>
  [building?.name, entrance?.name].filter(Boolean).join(' ');

/** A door with its building, short enough for a list: 3号楼 1单元 602. */
export const doorName = (view: RowView, dwelling: Pick<Dwelling, 'unitId' | 'doorLabel'>): string =>
  [buildingName(placeOfDoor(view, dwelling)), dwelling.doorLabel].filter(Boolean).join(' ');

/** Orders units as they stand: by their number, else by their name. */
const byStanding = (a: UnitRecord, b: UnitRecord): number =>
  byNumber(a.sortOrder, b.sortOrder) || byLabel(a.name, b.name);

/** The units of one kind directly below another, in their order; closed ones are left out. */
export const unitsBelow = (view: RowView, parentId: string, kind: UnitRecord['kind']): readonly UnitRecord[] =>
  readRecordsBy(view, 'unit', { field: 'parentId', to: parentId })
    .filter((unit) => unit.kind === kind && unit.toOn === null)
    .sort(byStanding);

/** The grids that somebody posted to any of these units works in, in order. */
export const gridsOfPostings = (view: RowView, postedUnitIds: readonly string[]): readonly UnitRecord[] =>
  readAllRecords(view, 'unit')
    .filter((unit) => unit.kind === 'grid' && unit.toOn === null)
    .filter((grid) => unitAndAbove(view, grid.id).some((unit) => postedUnitIds.includes(unit.id)))
    .sort(byStanding);

/** The doors that hang on one unit itself. */
export const doorsOfUnit = (view: RowView, unitId: string): readonly RecordsByName['dwelling'][] =>
  readRecordsBy(view, 'dwelling', { field: 'unitId', to: unitId });

/** The doors of a building: its own and those of its entrances. */
export const doorsOfBuilding = (view: RowView, buildingId: string): readonly RecordsByName['dwelling'][] =>
  [buildingId, ...unitsBelow(view, buildingId, 'entrance').map((unit) => unit.id)].flatMap((id) =>
    doorsOfUnit(view, id),
  );
