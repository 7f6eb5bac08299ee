import { expect, test } from 'vitest';
import { readRecord } from './read-record.ts';
import { sameNamed } from './same-name.ts';
import { createSampleTown, putFamily } from './sample-town.ts';

test('whoever has the same name is found, the likeliest first; who stands nowhere or was erased is not', () => {
  const sample = createSampleTown();
  for (const door of ['d602', 'd601', 'd501', 'y1']) putFamily(sample, door, { name: '王 建国' });
  putFamily(sample, 'y2', { name: '王建军' });
  const born = (id: string, fields: Record<string, string | number>) =>
    sample.put('person', id, { name: '王建国', identityNumberState: 'none', ...fields });
  born('p-d602-王 建国', { birthOn: '1950-01-02', phone: '1' });
  born('p-d601-王 建国', { phone: '1' });
  born('p-d501-王 建国', { birthOn: '1950-01-02' });
  born('p-y1-王 建国', { erasedAt: 5 });
  born('p-nowhere', {});
  const one = readRecord(sample.view, 'person', 'p-d602-王 建国');
  if (one === undefined) throw new Error('nobody');
  expect(sameNamed(sample.view, one).map(({ id }) => id)).toEqual(['p-d501-王 建国', 'p-d601-王 建国']);
});
