import type { RowView } from '@lianxin/sync/client';
import type { DwellingRecord } from './door-state.ts';
import { byLabel, byNumber } from './label-order.ts';
import { doorsOfBuilding, type UnitRecord, unitsBelow } from './place.ts';

/** A part of a village that is walked as one: a 组, with the units whose doors belong to it. */
export interface WalkingGroup {
  readonly name: string;
  readonly buildings: readonly UnitRecord[];
}

/** Doors in floors are drawn as a stairwell, others as a list; a building without a layout has floors if it says how many. */
export const isStairwell = (building: UnitRecord): boolean =>
  building.layout === null ? building.floors !== null : building.layout === 'matrix';

/** The groups of a grid that are walked as lists, in order: places of one estate or village group are one list. */
export const walkingGroups = (view: RowView, gridId: string): readonly WalkingGroup[] => {
  const groups = new Map<string, UnitRecord[]>();
  for (const building of unitsBelow(view, gridId, 'building')) {
    if (isStairwell(building)) continue;
    const name = building.estate ?? building.name;
    const beside = groups.get(name);
    if (beside === undefined) groups.set(name, [building]);
    else beside.push(building);
  }
  return [...groups].map(([name, buildings]) => ({ name, buildings }));
};

/** The doors of a group as its worker walks them; those without a place in the order come last, by their label. */
export const walkingDoors = (view: RowView, group: WalkingGroup): readonly DwellingRecord[] =>
  group.buildings
    .flatMap((building) => doorsOfBuilding(view, building.id))
    .sort((a, b) => byNumber(a.walkOrder, b.walkOrder) || byLabel(a.doorLabel, b.doorLabel));
