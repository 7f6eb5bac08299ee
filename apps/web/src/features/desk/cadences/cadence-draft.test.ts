import { expect, it } from 'vitest';
import { cadenceErrors, newCadence, toCadence } from './cadence-draft.ts';

const complete = { ...newCadence([]), name: ' 退役军人每半年 ', everyDays: 182 };

it('asks for a name and a number of days, and for nothing else', () => {
  expect(Object.keys(cadenceErrors(newCadence([])))).toEqual(['name', 'everyDays']);
  expect(toCadence(newCadence([]))).toBeNull();
  expect(toCadence(complete)).toMatchObject({ name: '退役军人每半年', everyDays: 182, tagKinds: [] });
});

it('takes no number that the server would refuse', () => {
  expect(Object.keys(cadenceErrors({ ...complete, everyDays: 0 }))).toEqual(['everyDays']);
  expect(Object.keys(cadenceErrors({ ...complete, everyDays: 801 }))).toEqual(['everyDays']);
  expect(Object.keys(cadenceErrors({ ...complete, minAge: 131, afterChangeDays: 61 }))).toEqual([
    'minAge',
    'afterChangeDays',
  ]);
});

it('stands after the cadences that are there', () => {
  const first = toCadence(complete);
  expect(first && newCadence([first, { ...first, sortOrder: 60 }]).sortOrder).toBe(70);
});
