import { expect, test } from 'vitest';
import { buildingName, doorName, doorsOfBuilding, gridsOfPostings, placeOfUnit, unitsBelow } from './place.ts';
import { createSampleTown } from './sample-town.ts';

const { view, put } = createSampleTown();
const names = (units: readonly { readonly name: string }[]) => units.map((unit) => unit.name);

test('a door is told by its building and entrance', () => {
  expect(doorName(view, { unitId: 'e1', doorLabel: '602' })).toBe('3号楼 1单元 602');
  expect(doorName(view, { unitId: 'v2', doorLabel: '水塔南' })).toBe('二组 水塔南');
});

test('a place knows every level above it', () => {
  const place = placeOfUnit(view, 'e2');
  expect([place.community?.name, place.grid?.name, buildingName(place)]).toEqual([
    '石油路社区',
    '第三网格',
    '3号楼 2单元',
  ]);
});

test('a broken chain ends in nulls, not in an error', () => {
  put('unit', 'lost', { kind: 'entrance', parentId: 'nowhere', name: '7单元' });
  expect(placeOfUnit(view, 'lost').building).toBeNull();
});

test('buildings stand in the order of their numbers', () => {
  expect(names(unitsBelow(view, 'g1', 'building'))).toEqual(['3号楼', '10号楼']);
});

test('somebody posted to the community works in all its grids, a grid worker in one', () => {
  expect(names(gridsOfPostings(view, ['c1']))).toHaveLength(2);
  expect(names(gridsOfPostings(view, ['g1']))).toEqual(['第三网格']);
});

test('the doors of a building are those of all its entrances', () => {
  expect(doorsOfBuilding(view, 'b3')).toHaveLength(4);
});
