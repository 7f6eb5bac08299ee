import { expect, test } from 'vitest';
import { doorOfRecord } from './door-of-record.ts';
import { createSampleTown } from './sample-town.ts';

test('a record is at the door it was written at, or at the door its household has now', () => {
  const { view, put } = createSampleTown();
  const householdId = put('household', 'h1', { dwellingId: 'd602' });
  expect(doorOfRecord(view, { dwellingId: 'd601', householdId })?.id).toBe('d601');
  expect(doorOfRecord(view, { dwellingId: 'in another grid', householdId })?.id).toBe('d602');
  expect(doorOfRecord(view, { dwellingId: 'in another grid', householdId: null })).toBeUndefined();
});
