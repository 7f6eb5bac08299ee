import { expect, test } from 'vitest';
import { readDoorState } from './door-state.ts';
import { doorsOfBuilding, doorsOfUnit } from './place.ts';
import { readRecord } from './read-record.ts';
import { createSampleTown } from './sample-town.ts';
import { floorOf, toStairwell } from './stairwell.ts';
import { isStairwell, walkingDoors, walkingGroups } from './walking-list.ts';

const { view, put } = createSampleTown();
const labelsOf = (unitId: string) =>
  toStairwell(doorsOfUnit(view, unitId).map((door) => readDoorState(view, door, '2026-11-20'))).map(
    ({ floor, doors }) => [floor, doors.map(({ dwelling }) => dwelling.doorLabel)] as const,
  );

test('floors stand from the top down, doors from the left', () => {
  expect(labelsOf('e1')).toEqual([
    [6, ['601', '602']],
    [1, ['101']],
  ]);
});

test.each([
  ['602', 6],
  ['1203', 12],
  ['3院', null],
  ['12', null],
  ['12345', null],
])('the door %s says the floor %s', (doorLabel, floor) => {
  expect(floorOf({ doorLabel, floor: null })).toBe(floor);
});

test('a recorded floor goes before the number, also below ground', () => {
  expect(floorOf({ doorLabel: '101', floor: -1 })).toBe(-1);
});

test('doors without a floor come last, and a cellar below the ground floor', () => {
  put('dwelling', 'cellar', { unitId: 'e2', doorLabel: '车库', floor: -1, verification: 'checked' });
  put('dwelling', 'porch', { unitId: 'e2', doorLabel: '门房', verification: 'checked' });
  expect(labelsOf('e2').map(([floor]) => floor)).toEqual([5, -1, null]);
});

test('a village group is a list in walking order; doors without a place in it follow by label', () => {
  const group = walkingGroups(view, 'g2').find(({ name }) => name === '二组');
  if (group === undefined) throw new Error('no group');
  expect(walkingDoors(view, group).map(({ doorLabel }) => doorLabel)).toEqual(['水塔南', '1院', '9院', '10院']);
});

test('buildings of one group are one list, and a grid of stairwells has no groups', () => {
  put('unit', 'v3', { kind: 'building', parentId: 'g2', name: '河东', estate: '二组', layout: 'list' });
  expect(walkingGroups(view, 'g2').map(({ name, buildings }) => [name, buildings.length])).toEqual([
    ['一组', 1],
    ['二组', 2],
  ]);
  expect(walkingGroups(view, 'g1')).toEqual([]);
});

test('a building without a drawn layout has floors if it says how many', () => {
  const building = readRecord(view, 'unit', 'b3');
  if (building === undefined) throw new Error('no building');
  expect(isStairwell({ ...building, layout: null })).toBe(true);
  expect(isStairwell({ ...building, layout: null, floors: null })).toBe(false);
  expect(doorsOfBuilding(view, 'b3').length).toBeGreaterThan(0);
});
