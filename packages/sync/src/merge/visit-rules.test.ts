import { createBench, newNeed, newVisit } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const setUp = () => {
  const bench = createBench();
  const [grid, otherGrid] = bench.place.grids;
  const dwellingId = grid.dwellingIds[0] ?? '';
  const log = (id: string, values: Parameters<typeof newVisit>[1] = {}, needs: readonly string[] = []) =>
    bench.worker.submit({
      name: 'visit.log',
      args: {
        visit: newVisit(id, { dwellingId, ...values }),
        needs: needs.map((needId) => newNeed(needId, { dwellingId, raisedByVisitId: id })),
      },
    });
  return { bench, grid, otherGrid, dwellingId, log };
};

const visitId = 'visit_000000000001';
const laterId = 'visit_000000000002';
const needId = 'need_0000000000001';

describe('logging a visit', () => {
  it('stores who came when, in the bucket of the door', () => {
    const { bench, grid, log } = setUp();
    expect(log(visitId).outcome).toBe('applied');
    const visit = bench.row('visit', visitId);
    expect(visit.buckets).toEqual([`grid:${grid.gridId}`]);
    expect(visit.fields).toMatchObject({
      outcome: 'met',
      visitedAt: bench.clock.now(),
      recordedAt: bench.clock.now(),
      visitedBy: bench.worker.session.userId,
      visitorName: '陈网格',
      hasClockSkew: false,
      retainUntil: '2031-03-02',
    });
  });

  it('takes the author’s own time only for a late entry', () => {
    const { bench, log } = setUp();
    const yesterday = bench.clock.now() - 86_400_000;
    log(visitId, { visitedAt: yesterday });
    log(laterId, { visitedAt: yesterday, isLateEntry: true });
    expect(bench.row('visit', visitId).fields.visitedAt).toBe(bench.clock.now());
    expect(bench.row('visit', laterId).fields.visitedAt).toBe(yesterday);
  });

  it('never lies in the future, whatever a late entry says', () => {
    const { bench, log } = setUp();
    log(visitId, { visitedAt: bench.clock.now() + 3_600_000, isLateEntry: true });
    expect(bench.row('visit', visitId).fields.visitedAt).toBe(bench.clock.now());
  });

  it('is flagged when the phone’s clock is far off', () => {
    const { bench, dwellingId } = setUp();
    const args = { visit: newVisit(visitId, { dwellingId }), needs: [] };
    bench.worker.submit({ name: 'visit.log', args }, { at: bench.clock.now() - 7_200_000, offsetMs: 7_200_000 });
    expect(bench.row('visit', visitId).fields).toMatchObject({ hasClockSkew: true, visitedAt: bench.clock.now() });
  });

  it('is allowed at an empty door, without a household', () => {
    const { bench, log } = setUp();
    expect(log(visitId, { outcome: 'vacant', householdId: null }).outcome).toBe('applied');
    expect(bench.row('visit', visitId).fields.householdId).toBeNull();
  });

  it.each([
    ['an unknown door', { dwellingId: 'dwelling_nowhere_01' }, 'notFound', 'dwellingId'],
    ['an unknown household', { householdId: 'household_nowhere1' }, 'notFound', 'householdId'],
    ['an outcome that is no code', { outcome: 'asleep' }, 'invalid', 'outcome'],
    ['a note of ten thousand characters', { note: '长'.repeat(10_000) }, 'invalid', 'note'],
    ['a visitor named by the author', { visitedBy: 'user_somebody_else' }, 'invalid', 'visitedBy'],
    ['a void of a visit that is not there', { voidOf: 'visit_nowhere_0001' }, 'notFound', 'voidOf'],
    ['a correction of a visit that is not there', { corrects: 'visit_nowhere_0001' }, 'notFound', 'corrects'],
  ])('refuses %s and writes nothing', (_, values, reason, field) => {
    const { bench, log } = setUp();
    expect(log(visitId, values)).toMatchObject({ outcome: 'refused', reason, field });
    expect(bench.find('visit', visitId)).toBeUndefined();
  });

  it('keeps names with rare characters and text that looks like a formula as they are', () => {
    const { bench, log } = setUp();
    log(visitId, { note: '=1+1 <b>𠮷䶮</b> 😀' });
    expect(bench.row('visit', visitId).fields.note).toBe('=1+1 <b>𠮷䶮</b> 😀');
  });

  it('raises the needs heard at it, in the same breath', () => {
    const { bench, log } = setUp();
    const { rev } = log(visitId, {}, [needId]);
    expect(bench.row('need', needId)).toMatchObject({
      rev,
      fields: { state: 'open', raisedByName: '陈网格', raisedByVisitId: visitId },
    });
  });

  it('writes neither visit nor needs when one need does not fit', () => {
    const { bench, dwellingId } = setUp();
    const needs = [newNeed(needId, { dwellingId }), newNeed('need_0000000000002', { dwellingId, kind: 'gold' })];
    const outcome = bench.worker.submit({
      name: 'visit.log',
      args: { visit: newVisit(visitId, { dwellingId }), needs },
    });
    expect(outcome).toMatchObject({ outcome: 'refused', reason: 'invalid', field: 'kind' });
    expect([bench.find('visit', visitId), bench.find('need', needId)]).toEqual([undefined, undefined]);
  });

  it('refuses a need about another door, which could lie in somebody else’s grid', () => {
    const { bench, dwellingId, otherGrid } = setUp();
    const needs = [newNeed(needId, { dwellingId: otherGrid.dwellingIds[0] ?? '' })];
    const outcome = bench.firstWorker.submit({
      name: 'visit.log',
      args: { visit: newVisit(visitId, { dwellingId }), needs },
    });
    expect(outcome).toMatchObject({ outcome: 'refused', reason: 'invalid', field: 'dwellingId' });
  });

  it('refuses a visit or need whose id is taken', () => {
    const { bench, dwellingId, log } = setUp();
    log(visitId, {}, [needId]);
    expect(log(visitId)).toMatchObject({ outcome: 'refused', reason: 'alreadyExists' });
    expect(log(laterId, {}, [needId])).toMatchObject({ outcome: 'refused', reason: 'alreadyExists' });
    const raised = bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, { dwellingId }) } });
    expect(raised).toMatchObject({ outcome: 'refused', reason: 'alreadyExists' });
  });

  it('is held when the door lies outside the author’s grids', () => {
    const { bench, otherGrid } = setUp();
    const visit = newVisit(visitId, { dwellingId: otherGrid.dwellingIds[0] ?? '' });
    const outcome = bench.firstWorker.submit({ name: 'visit.log', args: { visit, needs: [] } });
    expect(outcome).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(bench.find('visit', visitId)).toBeUndefined();
  });
});

describe('voiding and correcting a visit', () => {
  it('keeps both visits and takes back the needs that nobody has worked on', () => {
    const { bench, log } = setUp();
    log(visitId, {}, [needId]);
    const { rev } = log(laterId, { voidOf: visitId, reason: '点错了' });
    expect(bench.row('visit', visitId).deleted).toBe(false);
    expect(bench.row('need', needId)).toMatchObject({ deleted: true, rev });
    expect(bench.feedOf('need', needId)).toMatchObject([{ op: 'deleted', rev }]);
    expect(Object.values(bench.row('need', needId).fields).every((value) => value === null)).toBe(true);
  });

  it('leaves a need that is already being worked on', () => {
    const { bench, log } = setUp();
    log(visitId, {}, [needId]);
    bench.worker.submit({ name: 'need.advance', args: { needId, from: 'open', to: 'inProgress', answer: null } });
    log(laterId, { voidOf: visitId });
    expect(bench.row('need', needId).deleted).toBe(false);
  });

  it.each([
    ['somebody else', 'firstWorker'],
    ['its raiser, perhaps on another phone,', 'worker'],
  ] as const)('leaves a need into which %s has written', (_who, by) => {
    const { bench, log } = setUp();
    log(visitId, {}, [needId]);
    const edits = [{ field: 'detail', to: '厨房水管,急', on: null, seen: 99 }];
    bench[by].submit({ name: 'record.edit', args: { table: 'need', id: needId, edits } });
    log(laterId, { voidOf: visitId });
    expect(bench.row('need', needId)).toMatchObject({ deleted: false, fields: { detail: '厨房水管,急' } });
  });

  it('corrects a wrong door with a visit at the right one and leaves the needs alone', () => {
    const { bench, grid, log } = setUp();
    log(visitId, {}, [needId]);
    const right = grid.dwellingIds[1] ?? '';
    expect(log(laterId, { dwellingId: right, corrects: visitId, reason: '敲错门' }).outcome).toBe('applied');
    expect(bench.row('visit', laterId).fields).toMatchObject({ corrects: visitId, dwellingId: right });
    expect(bench.row('need', needId).deleted).toBe(false);
  });

  it.each(['voidOf', 'corrects'])('is held when %s names a visit of somebody else’s grid', (link) => {
    const { bench, dwellingId, otherGrid } = setUp();
    const theirs = otherGrid.dwellingIds[0] ?? '';
    const needs = [newNeed(needId, { dwellingId: theirs, raisedByVisitId: visitId })];
    bench.secondWorker.submit({ name: 'visit.log', args: { visit: newVisit(visitId, { dwellingId: theirs }), needs } });
    const visit = newVisit(laterId, { dwellingId, [link]: visitId });
    const outcome = bench.firstWorker.submit({ name: 'visit.log', args: { visit, needs: [] } });
    expect(outcome).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(bench.row('need', needId).deleted).toBe(false);
  });
});

describe('raising a need without a visit', () => {
  it('opens it at the door', () => {
    const { bench, grid, dwellingId } = setUp();
    const outcome = bench.worker.submit({ name: 'need.raise', args: { need: newNeed(needId, { dwellingId }) } });
    expect(outcome.outcome).toBe('applied');
    expect(bench.row('need', needId)).toMatchObject({
      buckets: [`grid:${grid.gridId}`],
      fields: { state: 'open', raisedAt: bench.clock.now(), raisedByName: '陈网格' },
    });
  });

  it.each([
    ['an unknown door', { dwellingId: 'dwelling_nowhere_01' }, { reason: 'notFound', field: 'dwellingId' }],
    [
      'a household that is not there',
      { householdId: 'household_nowhere1' },
      { reason: 'notFound', field: 'householdId' },
    ],
    ['a person who is not there', { personId: 'person_nowhere_001' }, { reason: 'notFound', field: 'personId' }],
    ['a state ahead of its time', { state: 'done' }, { reason: 'invalid', field: 'state' }],
  ])('refuses %s', (_, values, expected) => {
    const { bench, dwellingId } = setUp();
    const need = newNeed(needId, { dwellingId, ...values });
    expect(bench.worker.submit({ name: 'need.raise', args: { need } })).toMatchObject({
      outcome: 'refused',
      ...expected,
    });
  });

  it('is held when it is about a household of somebody else’s grid, whose card a wish would show', () => {
    const { bench, dwellingId, otherGrid } = setUp();
    const need = newNeed(needId, { dwellingId, householdId: otherGrid.householdIds[0] ?? '' });
    expect(bench.firstWorker.submit({ name: 'need.raise', args: { need } })).toMatchObject({
      outcome: 'held',
      reason: 'outOfScope',
    });
  });
});
