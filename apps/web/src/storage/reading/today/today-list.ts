import type { RowView } from '@lianxin/sync/client';
import { byLabel, byNumber } from '../label-order.ts';
import { gridsOfPostings, type UnitRecord, unitsBelow } from '../place.ts';
import { floorOf } from '../stairwell.ts';
import { isStairwell, walkingGroups } from '../walking-list.ts';
import { groupBy } from './group-by.ts';
import { isForLater } from './retry.ts';
import { type ListMoment, readTodayDoors, type TodayDoor } from './today-doors.ts';

/** The doors of one stairwell or village group, in the order in which they are walked. */
export interface TodaySection {
  readonly key: string;
  readonly name: string;
  /** The floor to begin at, where doors lie on floors. */
  readonly topFloor: number | null;
  /** Whether it is a list in the order its worker walks it. */
  readonly isWalked: boolean;
  readonly doors: readonly TodayDoor[];
}

/** A day's list. */
export interface TodayList {
  readonly sections: readonly TodaySection[];
  /** Doors that are better tried at another hour than now. */
  readonly later: readonly TodayDoor[];
}

/** Says whether something is to be done at a door today, not merely on the way. */
export const isForToday = ({ due, retry, followUps }: TodayDoor): boolean =>
  retry !== null || followUps.length > 0 || (due !== null && due.state !== 'soon');

/** Says whether a day has passed by which something was to be done at a door. */
export const isOverdue = ({ due, followUps }: TodayDoor): boolean =>
  due?.state === 'overdue' || followUps.some(({ reason }) => reason === 'late');

const byRoom = (a: TodayDoor, b: TodayDoor): number =>
  byLabel(a.household?.roomLabel ?? '', b.household?.roomLabel ?? '');

/** From the top down, along each floor; doors without a floor come last. */
const downTheStairs = (a: TodayDoor, b: TodayDoor): number =>
  (floorOf(b.dwelling) ?? -100) - (floorOf(a.dwelling) ?? -100) ||
  byLabel(a.dwelling.doorLabel, b.dwelling.doorLabel) ||
  byRoom(a, b);

const alongTheLane = (a: TodayDoor, b: TodayDoor): number =>
  byNumber(a.dwelling.walkOrder, b.dwelling.walkOrder) ||
  byLabel(a.dwelling.doorLabel, b.dwelling.doorLabel) ||
  byRoom(a, b);

/** A place that is walked without a break. */
interface Walk {
  readonly name: string;
  readonly unitIds: readonly string[];
  readonly isWalked: boolean;
}

const stairsOf = (view: RowView, building: UnitRecord): readonly Walk[] => [
  { name: building.name, unitIds: [building.id], isWalked: false },
  ...unitsBelow(view, building.id, 'entrance').map(({ id, name }) => ({
    name: `${building.name} ${name}`,
    unitIds: [id],
    isWalked: false,
  })),
];

const walksOfGrid = (view: RowView, gridId: string): readonly Walk[] => [
  ...unitsBelow(view, gridId, 'building')
    .filter(isStairwell)
    .flatMap((building) => stairsOf(view, building)),
  ...walkingGroups(view, gridId).map(({ name, buildings }) => ({
    name,
    isWalked: true,
    unitIds: buildings.flatMap(({ id }) => [id, ...unitsBelow(view, id, 'entrance').map((unit) => unit.id)]),
  })),
];

/** Where doors of a building that was closed are listed, so that nobody is forgotten. */
const elsewhere: Walk = { name: '', unitIds: [], isWalked: false };

const toSection = ({ name, unitIds, isWalked }: Walk, doors: readonly TodayDoor[]): TodaySection => ({
  key: unitIds[0] ?? name,
  name,
  isWalked,
  topFloor: isWalked ? null : (doors.map(({ dwelling }) => floorOf(dwelling)).find((floor) => floor !== null) ?? null),
  doors,
});

/** Reads what is to be done today, in the order in which it is walked. */
export const readTodayList = (view: RowView, postedUnitIds: readonly string[], moment: ListMoment): TodayList => {
  const all = readTodayDoors(view, moment);
  const isLater = ({ retry }: TodayDoor): boolean => retry !== null && isForLater(retry, moment.now);
  const walks = gridsOfPostings(view, postedUnitIds).flatMap((grid) => walksOfGrid(view, grid.id));
  const walkOf = new Map(walks.flatMap((walk) => walk.unitIds.map((id) => [id, walk] as const)));
  const byWalk = groupBy(
    all.filter((door) => !isLater(door)),
    ({ dwelling }) => walkOf.get(dwelling.unitId) ?? elsewhere,
  );
  const places = [...walks, elsewhere];
  const sections = places.flatMap((walk) => {
    const doors = byWalk.get(walk) ?? [];
    return doors.length === 0 ? [] : [toSection(walk, [...doors].sort(walk.isWalked ? alongTheLane : downTheStairs))];
  });
  const placeOf = ({ dwelling }: TodayDoor): number => places.indexOf(walkOf.get(dwelling.unitId) ?? elsewhere);
  return { sections, later: all.filter(isLater).sort((a, b) => placeOf(a) - placeOf(b) || downTheStairs(a, b)) };
};
