import { useMemo } from 'react';
import { type DoorState, doorReader } from '../../storage/reading/door-state.ts';
import { placeOfUnit, type UnitRecord } from '../../storage/reading/place.ts';
import { type WalkingGroup, walkingDoors, walkingGroups } from '../../storage/reading/walking-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { useToday } from './use-today.ts';

/** The group that a building belongs to, the others of its grid, and its doors as they are walked. */
export interface OpenGroup {
  readonly groups: readonly WalkingGroup[];
  readonly current: WalkingGroup;
  readonly doors: readonly DoorState[];
}

/** Reads the group that is walked as one list with a building. */
export const useWalkingGroup = (building: UnitRecord): OpenGroup => {
  const register = useRegister();
  const today = useToday();
  return useMemo(() => {
    const { view } = register;
    const grid = placeOfUnit(view, building.id).grid;
    const alone: WalkingGroup = { name: building.estate ?? building.name, buildings: [building] };
    const groups = grid === null ? [alone] : walkingGroups(view, grid.id);
    const current = groups.find((group) => group.buildings.some(({ id }) => id === building.id)) ?? alone;
    return { groups, current, doors: walkingDoors(view, current).map(doorReader(view, today)) };
  }, [register, building, today]);
};
