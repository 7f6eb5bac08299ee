import type { Json } from '@lianxin/domain';
import { gridBucket } from '@lianxin/sync/merge';
import { idAt, type StreetDoor, type StreetGrid, type StreetWorker } from './street.ts';
import type { InventedRecord } from './street-rows.ts';

const notes = [
  '都好,没有新情况',
  '老人咳嗽好多了',
  '问了医保缴费怎么办',
  '楼道灯坏了,已报物业',
  null,
  null,
  null,
  null,
];

/** Is what a worker says of a visit: the arguments of `visit.log`. */
export const visitArguments = (door: StreetDoor, number: number, at: number) => ({
  visit: {
    id: idAt(at),
    fields: {
      dwellingId: door.dwellingId,
      householdId: door.householdId,
      outcome: number % 5 === 0 ? 'noAnswer' : 'met',
      way: number % 17 === 0 ? 'phone' : 'door',
      visitedAt: null,
      isLateEntry: false,
      note: notes[number % notes.length] ?? null,
      unchanged: number % 5 === 0 ? null : true,
      corrects: null,
    },
  },
  needs: [],
});

/** Is an invented visit with the mutation that brought it. */
export interface InventedVisit {
  readonly args: Json;
  readonly record: InventedRecord;
}

/** Invents the nth visit in a grid: the rounds go from door to door. */
export const inventVisit = (
  grid: StreetGrid,
  worker: StreetWorker,
  { number, at }: { readonly number: number; readonly at: number },
): InventedVisit => {
  const door = grid.doors[number % grid.doors.length];
  if (door === undefined) throw new Error('the grid has no doors');
  const args = visitArguments(door, number, at);
  const { accountId: visitedBy, name: visitorName } = worker;
  const server = { visitedAt: at, hasClockSkew: false, visitedBy, visitorName, recordedAt: at };
  const buckets = [gridBucket(grid.id)];
  return { args, record: { table: 'visit', ...args.visit, buckets, server } };
};
