import { type Bench, createBench, newHousehold, newVisit } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { gridBucket } from './buckets.ts';

const sha256 = 'ab'.repeat(32);
const photoId = 'photo_00000000000001';
const visitId = 'visit_00000000000001';

const setUp = () => {
  const bench = createBench();
  const [here, there] = bench.place.grids;
  return { bench, here, there, dwellingId: here.dwellingIds[0] ?? '', householdId: here.householdIds[0] ?? '' };
};

const add = (author: Bench['worker'], fields: Readonly<Record<string, string | number | null>>, id = photoId) =>
  author.submit({
    name: 'photo.add',
    args: { photo: { id, fields: { sha256, bytes: 1_000, width: 1_200, height: 900, ...fields } } },
  });

describe('the record of a photo', () => {
  it('lies where its household lies and says who added it and when', () => {
    const { bench, here, dwellingId, householdId } = setUp();
    expect(add(bench.firstWorker, { dwellingId, householdId })).toMatchObject({ outcome: 'applied' });
    expect(bench.row('photo', photoId)).toMatchObject({
      buckets: [gridBucket(here.gridId)],
      fields: { sha256, householdId, addedByName: '一网格', addedAt: bench.clock.now() },
    });
  });

  it.each([
    ['a fingerprint that is a path', { sha256: '../../etc/passwd' }, 'sha256'],
    ['a fingerprint in capitals', { sha256: 'AB'.repeat(32) }, 'sha256'],
    ['more bytes than are kept', { bytes: 400_000 }, 'bytes'],
    ['no size', { width: null }, 'width'],
    ['more pixels than are taken in', { width: 20_000, height: 20_000 }, 'width'],
    ['a place of its own', { latitude: 34.5 }, 'latitude'],
  ])('is refused with %s', (_, wrong, field) => {
    const { bench, dwellingId } = setUp();
    expect(add(bench.worker, { dwellingId, ...wrong })).toMatchObject({ outcome: 'refused', reason: 'invalid', field });
  });

  it('names a visit of its own door only', () => {
    const { bench, here, dwellingId } = setUp();
    const elsewhere = here.dwellingIds[1] ?? '';
    bench.worker.submit({
      name: 'visit.log',
      args: { visit: newVisit(visitId, { dwellingId: elsewhere }), needs: [] },
    });
    expect(add(bench.worker, { dwellingId, visitId })).toMatchObject({ outcome: 'refused', field: 'visitId' });
    expect(add(bench.worker, { dwellingId: elsewhere, visitId })).toMatchObject({ outcome: 'applied' });
    expect(add(bench.worker, { dwellingId, visitId: 'visit_00000000000009' }, 'photo_00000000000002')).toMatchObject({
      outcome: 'refused',
      reason: 'notFound',
    });
  });

  it('is no business of another grid nor of volunteers', () => {
    const { bench, dwellingId } = setUp();
    expect(add(bench.secondWorker, { dwellingId })).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(add(bench.volunteer, { dwellingId }, 'photo_00000000000002')).toMatchObject({
      outcome: 'refused',
      reason: 'notAllowed',
    });
    expect(bench.find('photo', photoId)).toBe(undefined);
  });

  it('becomes empty when it is removed, by those who work its grid', () => {
    const { bench, dwellingId } = setUp();
    add(bench.worker, { dwellingId });
    const remove = (author: Bench['worker']) => author.submit({ name: 'photo.remove', args: { photoId } });
    expect(remove(bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(remove(bench.volunteer)).toMatchObject({ outcome: 'refused', reason: 'notAllowed' });
    expect(remove(bench.firstWorker)).toMatchObject({ outcome: 'applied' });
    const { deleted, fields } = bench.row('photo', photoId);
    expect(deleted).toBe(true);
    expect(Object.values(fields).every((value) => value === null)).toBe(true);
    expect(remove(bench.firstWorker)).toMatchObject({ outcome: 'refused', reason: 'notFound' });
  });

  it('follows its household to another grid, and so does the code on the wall', () => {
    const { bench, there, dwellingId, householdId } = setUp();
    add(bench.worker, { dwellingId, householdId });
    const codeId = 'code_000000000000001';
    bench.worker.submit({
      name: 'code.issue',
      args: { code: { id: codeId, fields: { householdId, token: 'A'.repeat(22), fromOn: '2026-11-20' } } },
    });
    bench.worker.submit({
      name: 'household.move',
      args: { householdId, dwellingId: there.dwellingIds[0] ?? '' },
    });
    for (const row of [bench.row('photo', photoId), bench.row('householdCode', codeId)])
      expect(row.buckets).toEqual([gridBucket(there.gridId)]);
  });
});

describe('the code of a household', () => {
  const codeId = 'code_000000000000001';
  const issue = (
    author: Bench['worker'],
    householdId: string,
    token = 'aB3_-'.repeat(4).padEnd(22, 'x'),
    id = codeId,
  ) =>
    author.submit({ name: 'code.issue', args: { code: { id, fields: { householdId, token, fromOn: '2026-11-20' } } } });
  const end = (author: Bench['worker']) => author.submit({ name: 'code.end', args: { codeId, toOn: '2026-11-21' } });

  it('is given and ended by those who work its grid', () => {
    const { bench, householdId } = setUp();
    expect(issue(bench.secondWorker, householdId)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(issue(bench.firstWorker, householdId, undefined, 'code_000000000000002')).toMatchObject({
      outcome: 'applied',
    });
    expect(issue(bench.firstWorker, householdId)).toMatchObject({ outcome: 'applied' });
    expect(end(bench.volunteer)).toMatchObject({ outcome: 'refused' });
    expect(end(bench.firstWorker)).toMatchObject({ outcome: 'applied' });
    expect(bench.row('householdCode', codeId).fields).toMatchObject({ toOn: '2026-11-21' });
    expect(end(bench.firstWorker)).toMatchObject({ outcome: 'refused', reason: 'alreadyEnded' });
  });

  it.each(['', '601', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}/`])(
    'cannot say anything by itself: %j',
    (token) => {
      const { bench, householdId } = setUp();
      expect(issue(bench.worker, householdId, token)).toMatchObject({
        outcome: 'refused',
        reason: 'invalid',
        field: 'token',
      });
    },
  );

  it('ends with the household, and none is given to one that has ended', () => {
    const { bench, dwellingId } = setUp();
    const householdId = 'household_0000000001';
    bench.worker.submit({ name: 'household.add', args: { household: newHousehold(householdId, { dwellingId }) } });
    issue(bench.worker, householdId);
    bench.worker.submit({ name: 'household.end', args: { householdId, toOn: '2026-11-22' } });
    expect(bench.row('householdCode', codeId).fields).toMatchObject({ toOn: '2026-11-22' });
    expect(issue(bench.worker, householdId, undefined, 'code_000000000000002')).toMatchObject({
      reason: 'alreadyEnded',
    });
  });
});
