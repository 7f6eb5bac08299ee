import type { DoorState } from './door-state.ts';
import { byLabel } from './label-order.ts';

/** One floor of a stairwell with its doors from the left; a null floor gathers doors without one. */
export interface StairwellFloor {
  readonly floor: number | null;
  readonly doors: readonly DoorState[];
}

/**
 * Tells the floor of a door: as recorded, else as its number says. 602 and 1203 carry their floor before the last two
 * digits; other labels say nothing.
 */
export const floorOf = (door: { readonly doorLabel: string; readonly floor: number | null }): number | null => {
  if (door.floor !== null) return door.floor;
  const digits = /^(\d{1,2})\d{2}$/.exec(door.doorLabel.trim())?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Lays doors out as they stand: the top floor first, doors from the left, those without a floor at the end. */
export const toStairwell = (doors: readonly DoorState[]): readonly StairwellFloor[] => {
  const byFloor = new Map<number | null, DoorState[]>();
  for (const door of doors) {
    const floor = floorOf(door.dwelling);
    const beside = byFloor.get(floor);
    if (beside === undefined) byFloor.set(floor, [door]);
    else beside.push(door);
  }
  return [...byFloor]
    .sort(([a], [b]) => (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY))
    .map(([floor, beside]) => ({
      floor,
      doors: beside.sort((a, b) => byLabel(a.dwelling.doorLabel, b.dwelling.doorLabel)),
    }));
};
