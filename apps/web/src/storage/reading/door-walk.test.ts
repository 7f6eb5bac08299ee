import { expect, test } from 'vitest';
import { neighboursIn, walkWith } from './door-walk.ts';
import { readRecord } from './read-record.ts';
import { createSampleTown } from './sample-town.ts';

const town = createSampleTown();

const walkFrom = (id: string) => {
  const dwelling = readRecord(town.view, 'dwelling', id);
  if (dwelling === undefined) throw new Error(`no ${id}`);
  return walkWith(town.view, dwelling);
};
const labels = (id: string): readonly string[] => walkFrom(id).map(({ doorLabel }) => doorLabel);

test('a building is walked stair by stair, each from the top floor down and along the floor', () => {
  expect(labels('d501')).toEqual(['601', '602', '101', '501']);
});

test('a village group is walked in its worker’s order', () => {
  expect(labels('y3')).toEqual(['水塔南', '1院', '9院', '10院']);
});

test('a walk has two ends', () => {
  const walk = walkFrom('d602');
  const ends = (id: string) => {
    const { previous, next } = neighboursIn(walk, id);
    return [previous?.doorLabel ?? null, next?.doorLabel ?? null];
  };
  expect([ends('d601'), ends('d602'), ends('d501')]).toEqual([
    [null, '602'],
    ['601', '101'],
    ['101', null],
  ]);
  expect(neighboursIn(walk, 'elsewhere')).toEqual({ previous: null, next: null });
});
