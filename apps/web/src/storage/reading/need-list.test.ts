import { expect, test } from 'vitest';
import { identifyingFactsOf } from './identifying-facts.ts';
import { liveWishOf, needsAt, openNeeds } from './need-list.ts';
import { openConflictsOn } from './open-conflicts.ts';
import { createSampleTown, putFamily } from './sample-town.ts';

const sample = createSampleTown();
const { view, put } = sample;
putFamily(sample, 'd602', { name: '欧阳秀英' });
const householdId = 'h-d602-欧阳秀英';
const need = (id: string, fields: Record<string, string | number | null>) =>
  put('need', id, { dwellingId: 'd602', householdId, kind: 'repair', state: 'open', raisedAt: 1, ...fields });
need('later', { dueOn: '2026-12-05' });
need('sooner', { dueOn: '2026-11-10' });
need('whenever', { raisedAt: 3 });
need('done', { state: 'done', raisedAt: 4 });
need('answered', { state: 'answered' });
need('of the door', { householdId: null, raisedAt: 9 });

test('what is due first comes first; done but untold is still open', () => {
  expect(openNeeds(view).map(({ id }) => id)).toEqual(['sooner', 'later', 'whenever', 'done', 'of the door']);
});

test('a household is told its own needs and those of the door', () => {
  expect(needsAt(view, { dwellingId: 'd602', householdId })).toHaveLength(6);
  expect(needsAt(view, { dwellingId: 'd602', householdId: 'another' }).map(({ id }) => id)).toEqual(['of the door']);
});

test('a wish that was withdrawn no longer publishes its need', () => {
  put('wish', 'w1', { needId: 'later', noticeId: 'x1', state: 'withdrawn', agreementWay: 'none' });
  expect(liveWishOf(view, 'later')).toBeNull();
  put('wish', 'w2', { needId: 'later', noticeId: 'x2', state: 'claimed', agreementWay: 'none' });
  expect(liveWishOf(view, 'later')?.id).toBe('w2');
});

test('everybody behind a door and the door itself are telltale', () => {
  expect(identifyingFactsOf(view, 'd602')).toEqual({ names: ['欧阳秀英'], doorLabels: ['602'] });
});

test('a conflict is told by the label of its field and the words of both values', () => {
  put('conflict', 'k1', {
    table: 'membership',
    rowId: 'm-d602-欧阳秀英',
    field: 'kind',
    lostValue: 'twoPlaces',
    lostByName: '李明',
    wonByName: '王芳',
    state: 'open',
  });
  put('conflict', 'k2', { table: 'person', rowId: 'm-d602-欧阳秀英', field: 'x', state: 'kept' });
  expect(openConflictsOn(view, ['m-d602-欧阳秀英'])).toMatchObject([
    { id: 'k1', field: '居住情况', current: '常住', currentBy: '王芳', other: '两地居住', otherBy: '李明' },
  ]);
});
