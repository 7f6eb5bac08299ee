import { createBench, newDwelling, newVisit, storedRow } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';

const visitId = 'visit_000000000001';
const sheetId = 'sheet_000000000001';
const versionId = 'set_version_000001';

type Values = Parameters<typeof newVisit>[1];

const setUp = () => {
  const bench = createBench();
  const [grid, otherGrid] = bench.place.grids;
  const [dwellingId = '', otherDoor = ''] = grid.dwellingIds;
  const [householdId = ''] = grid.householdIds;
  const visit = (values: Values = {}, author = bench.firstWorker) =>
    author.submit({
      name: 'visit.log',
      args: { visit: newVisit(visitId, { dwellingId, householdId, ...values }), needs: [] },
    });
  const give = (values: Values = {}, author = bench.firstWorker, id = sheetId) =>
    author.submit({
      name: 'answers.give',
      args: {
        sheet: {
          id,
          fields: {
            visitId,
            dwellingId,
            householdId,
            setKey: 'antiFraud',
            answers: { explained: 'yes', posters: 12 },
            ...values,
          },
        },
      },
    });
  return { bench, grid, otherGrid, dwellingId, otherDoor, householdId, visit, give };
};

/** A version of a set that asks one thing and is switched off by now. */
const oldVersion = (communityId: string) =>
  storedRow({
    table: 'questionSet',
    id: versionId,
    buckets: [`community:${communityId}`],
    fields: {
      setKey: 'water',
      setVersion: 1,
      kind: 'check',
      name: '用水',
      questions: [{ key: 'meter', type: 'number', label: { zh: '水表', en: '' } }],
      audience: { tagKinds: [], minAge: null },
      isActive: false,
    },
  });

describe('answers at a visit', () => {
  it('lie where the visit lies and say when they were given', () => {
    const { bench, grid, visit, give } = setUp();
    visit();
    expect(give()).toMatchObject({ outcome: 'applied', reason: null });
    const sheet = bench.row('answerSheet', sheetId);
    expect(sheet.buckets).toEqual([`grid:${grid.gridId}`]);
    expect(sheet.fields).toMatchObject({
      visitId,
      questionSetId: null,
      answers: { explained: 'yes', posters: 12 },
      answeredAt: bench.clock.now(),
      retainUntil: '2031-03-02',
    });
  });

  it('keep only what was visible and answered', () => {
    const { bench, visit, give } = setUp();
    visit();
    const answers = { food: 'fine', foodWhat: '缺米', water: 'hard', waterWhat: ' 水压小 ', medical: null };
    expect(give({ setKey: 'fiveItems', answers }).outcome).toBe('applied');
    expect(bench.row('answerSheet', sheetId).fields.answers).toEqual({
      food: 'fine',
      water: 'hard',
      waterWhat: '水压小',
    });
  });

  it('may be to a version that is switched off by now: it was asked on a phone without a network', () => {
    const { bench, visit, give } = setUp();
    bench.server.load([oldVersion(bench.place.communityId)]);
    visit();
    const asked = { questionSetId: versionId, setKey: 'water' };
    expect(give({ ...asked, answers: { posters: 1 } })).toMatchObject({ reason: 'invalid', field: 'answers.posters' });
    expect(give({ ...asked, answers: { meter: 7.5 } }).outcome).toBe('applied');
  });

  it.each([
    ['a visit that is not there', { visitId: 'visit_nowhere_0001' }, 'notFound', 'visitId'],
    ['another household than the visit', { householdId: null }, 'invalid', 'householdId'],
    ['a set that nobody knows', { setKey: 'horoscope' }, 'notFound', 'setKey'],
    ['a version that is not there', { questionSetId: 'set_nowhere_00001' }, 'notFound', 'questionSetId'],
    ['a key of another set', { answers: { food: 'fine' } }, 'invalid', 'answers.food'],
    ['a value of another type', { answers: { posters: '12' } }, 'invalid', 'answers.posters'],
    ['a negative count', { answers: { posters: -3 } }, 'invalid', 'answers.posters'],
    ['answers that are no answers', { answers: ['yes'] }, 'invalid', 'answers'],
    ['nothing answered', { answers: { posters: 0, explained: null } }, 'invalid', 'answers'],
    ['a time of the author’s own', { answeredAt: 5 }, 'invalid', 'answeredAt'],
    ['a field that no sheet has', { author: 'me' }, 'invalid', 'author'],
  ])('are refused for %s', (_, values, reason, field) => {
    const { bench, visit, give } = setUp();
    visit();
    expect(give(values)).toMatchObject({ outcome: 'refused', reason, field });
    expect(bench.find('answerSheet', sheetId)).toBeUndefined();
  });

  it('are refused for another door than the visit’s', () => {
    const { otherDoor, visit, give } = setUp();
    visit();
    expect(give({ dwellingId: otherDoor })).toMatchObject({ reason: 'invalid', field: 'dwellingId' });
  });

  it('are refused for a version under the name of another set', () => {
    const { bench, visit, give } = setUp();
    bench.server.load([oldVersion(bench.place.communityId)]);
    visit();
    expect(give({ questionSetId: versionId })).toMatchObject({ reason: 'invalid', field: 'setKey' });
  });

  it('are given once for each set: a second sheet would count its posters twice', () => {
    const { visit, give } = setUp();
    visit();
    give();
    expect(give({}, undefined, 'sheet_000000000002')).toMatchObject({ reason: 'alreadyExists', field: 'setKey' });
    expect(give({}, undefined)).toMatchObject({ reason: 'alreadyExists' });
    const five = { setKey: 'fiveItems', answers: { food: 'fine' } };
    expect(give(five, undefined, 'sheet_000000000003').outcome).toBe('applied');
  });

  it('are not given at a void', () => {
    const { bench, dwellingId, householdId, visit, give } = setUp();
    visit();
    const voidId = 'visit_00000000void';
    const fields = { dwellingId, householdId, voidOf: visitId };
    bench.firstWorker.submit({ name: 'visit.log', args: { visit: newVisit(voidId, fields), needs: [] } });
    expect(give({ visitId: voidId })).toMatchObject({ reason: 'invalid', field: 'visitId' });
  });

  it('are the grid’s: another grid’s worker’s wait, a volunteer’s are refused', () => {
    const { bench, visit, give } = setUp();
    visit();
    expect(give({}, bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
    expect(give({}, bench.volunteer)).toMatchObject({ outcome: 'refused', reason: 'notAllowed' });
    expect(bench.find('answerSheet', sheetId)).toBeUndefined();
  });

  it('wait together with a visit that waits', () => {
    const { bench, visit, give } = setUp();
    expect(visit({}, bench.secondWorker)).toMatchObject({ outcome: 'held' });
    expect(give({}, bench.secondWorker)).toMatchObject({ outcome: 'held', reason: 'outOfScope' });
  });

  it('go along when the household moves to another grid, with what is written before and after', () => {
    const { bench, otherGrid, householdId, visit, give } = setUp();
    visit();
    give();
    const dwellingId = otherGrid.dwellingIds[0] ?? '';
    expect(bench.worker.submit({ name: 'household.move', args: { householdId, dwellingId } }).outcome).toBe('applied');
    expect(bench.row('answerSheet', sheetId).buckets).toEqual([`grid:${otherGrid.gridId}`]);
    const five = { setKey: 'fiveItems', answers: { food: 'fine' } };
    // Written before the move and sent after it: what was seen at the old door is taken in.
    expect(give(five, undefined, 'sheet_000000000004').outcome).toBe('applied');
    bench.clock.advance(60_000);
    const own = { setKey: 'water', questionSetId: versionId, answers: { meter: 7 } };
    bench.server.load([oldVersion(bench.place.communityId)]);
    expect(give(own, undefined, 'sheet_000000000005').outcome).toBe('held');
    expect(give(own, bench.secondWorker, 'sheet_000000000006').outcome).toBe('applied');
  });

  it('lie in the grid of an empty door without a household', () => {
    const { bench, grid, visit, give } = setUp();
    const empty = newDwelling('dwelling_empty_0001', { unitId: grid.doorsUnitId });
    bench.firstWorker.submit({ name: 'dwelling.add', args: { dwelling: empty } });
    const place = { dwellingId: empty.id, householdId: null };
    visit({ ...place, outcome: 'noAnswer' });
    expect(give({ ...place, answers: { posters: 1 } }).outcome).toBe('applied');
    expect(bench.row('answerSheet', sheetId).buckets).toEqual([`grid:${grid.gridId}`]);
  });
});
