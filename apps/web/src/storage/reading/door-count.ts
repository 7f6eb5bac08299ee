import { type CivilDate, civilDateAt } from '@lianxin/domain';
import type { DoorState } from './door-state.ts';

/** What is counted over a set of doors: doors and households, never anything by visitor. */
export interface DoorCount {
  readonly doors: number;
  readonly households: number;
  readonly vacant: number;
  /** Doors with a visit in the running month. */
  readonly visitedThisMonth: number;
  /** Doors where a visit is due or late. */
  readonly due: number;
}

/** Counts doors. */
export const countDoors = (doors: readonly DoorState[], today: CivilDate): DoorCount => ({
  doors: doors.length,
  households: doors.reduce((sum, door) => sum + door.households.length, 0),
  vacant: doors.filter((door) => door.standing === 'vacant').length,
  visitedThisMonth: doors.filter((door) => isInMonth(door, today)).length,
  due: doors.filter(({ standing }) => standing === 'due' || standing === 'overdue').length,
});

const isInMonth = ({ lastVisit }: DoorState, today: CivilDate): boolean =>
  lastVisit !== null &&
  lastVisit.visitedAt !== null &&
  civilDateAt(lastVisit.visitedAt).slice(0, 7) === today.slice(0, 7);
