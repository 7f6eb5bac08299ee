import type { RowView } from '@lianxin/sync/client';
import type { DwellingRecord } from './door-state.ts';
import { byLabel } from './label-order.ts';
import { doorsOfUnit, placeOfDoor, type UnitRecord, unitsBelow } from './place.ts';
import { floorOf } from './stairwell.ts';
import { isStairwell, walkingDoors, walkingGroups } from './walking-list.ts';

/** The doors before and after one, as they are walked; null at either end. */
export interface Neighbours {
  readonly previous: DwellingRecord | null;
  readonly next: DwellingRecord | null;
}

/** A door without a floor is met last, whatever it is called. */
const noFloor = Number.NEGATIVE_INFINITY;

/** Orders the doors of a stairwell as they are walked: from the top floor down, along each floor from the left. */
export const downTheStairs = (doors: readonly DwellingRecord[]): readonly DwellingRecord[] =>
  [...doors].sort((a, b) => (floorOf(b) ?? noFloor) - (floorOf(a) ?? noFloor) || byLabel(a.doorLabel, b.doorLabel));

const groupOf = (view: RowView, building: UnitRecord, gridId: string | null) =>
  gridId === null
    ? undefined
    : walkingGroups(view, gridId).find((group) => group.buildings.some(({ id }) => id === building.id));

/** Lists the doors that are walked with one: its building stair by stair, or its village group in the worker's own order. */
export const walkWith = (view: RowView, dwelling: DwellingRecord): readonly DwellingRecord[] => {
  const { building, grid } = placeOfDoor(view, dwelling);
  if (building === null) return [dwelling];
  if (!isStairwell(building)) {
    const group = groupOf(view, building, grid?.id ?? null) ?? { name: building.name, buildings: [building] };
    return walkingDoors(view, group);
  }
  const stairs = [building, ...unitsBelow(view, building.id, 'entrance')];
  return stairs.flatMap(({ id }) => downTheStairs(doorsOfUnit(view, id)));
};

/** Finds the doors before and after one in a walk. */
export const neighboursIn = (walk: readonly DwellingRecord[], dwellingId: string): Neighbours => {
  const at = walk.findIndex(({ id }) => id === dwellingId);
  return { previous: at < 0 ? null : (walk[at - 1] ?? null), next: at < 0 ? null : (walk[at + 1] ?? null) };
};
