import { mutationArguments } from '@lianxin/protocol';
import { answerFrom, type Intent } from '@lianxin/sync/client';
import { type MutationContext, reduceMutation, runReading } from '@lianxin/sync/merge';
import { beforeEach, expect, test } from 'vitest';
import { createSampleTown, putFamily, type Sample } from '../reading/sample-town.ts';
import { raiseNeed } from './need-intents.ts';
import { addDwelling, addHousehold, addMember, addTag } from './register-intents.ts';
import { correctDoor, logVisit, photosOfVisit, voidVisit } from './visit-intents.ts';
import { publishWish } from './wish-intents.ts';

let ids = 0;
const newId = () => {
  ids += 1;
  return `id-${String(ids).padStart(16, '0')}`;
};

const long = (id: string) => id.padEnd(16, '0');
let sample: Sample;

beforeEach(() => {
  sample = createSampleTown();
  sample.put('unit', long('g1'), { kind: 'grid', parentId: 'c1', name: '第三网格' });
  sample.put('unit', long('e1'), { kind: 'entrance', parentId: long('g1'), name: '1单元' });
  sample.put('dwelling', long('d602'), { unitId: long('e1'), doorLabel: '602', verification: 'checked' });
  sample.put('dwelling', long('d601'), { unitId: long('e1'), doorLabel: '601', verification: 'checked' });
});

/** Lets the server's own rules decide, so that a builder is tested against what it is built for. */
const decide = (intent: Intent) => {
  expect(mutationArguments[intent.name][1].safeParse(intent.args).success).toBe(true);
  const context: MutationContext = {
    side: 'server',
    communityId: 'c1',
    mutationId: newId(),
    userId: 'worker',
    userName: '王芳',
    eventAt: 1_000,
    receivedAt: 1_000,
    hasClockSkew: false,
    rev: 99,
    newId,
  };
  const reading = reduceMutation(context, intent.name, { version: 1, args: intent.args });
  const decision = runReading(reading, answerFrom(sample.view));
  if (decision.type === 'write') for (const row of decision.writes) sample.view.put(row);
  return decision;
};

const at = { dwellingId: long('d602'), householdId: null, outcome: 'met', way: 'door' } as const;
const photos = () => sample.view.all('photo').flatMap(({ deleted, fields }) => (deleted ? [] : [fields]));
const putPhoto = (visitId: string) =>
  sample.put('photo', long('photo'), {
    ...{ dwellingId: long('d602'), visitId, sha256: 'ab'.repeat(32) },
    ...{ bytes: 1_000, width: 1_200, height: 900, caption: '渗水的墙' },
  });
const visits = () => sample.view.all('visit').map((row) => row.fields);

test('a visit on the spot takes the time of the clock, a late entry its own', () => {
  expect(decide(logVisit(at, newId)).type).toBe('write');
  expect(decide(logVisit({ ...at, lateAt: 500 }, newId)).type).toBe('write');
  expect(visits()).toMatchObject([
    { visitedAt: 1_000, isLateEntry: false, visitorName: '王芳' },
    { visitedAt: 500, isLateEntry: true },
  ]);
});

test('a void takes a visit back with its photos and the needs nobody has worked on', () => {
  const needs = [{ kind: 'repair', detail: '灯坏了', dueOn: null }];
  decide(logVisit({ ...at, needs }, newId));
  const logged = sample.view.all('visit')[0];
  expect(sample.view.all('need').filter((row) => !row.deleted)).toHaveLength(1);
  const visit = { ...at, id: logged?.id ?? '', visitedAt: 1_000, note: null, unchanged: null };
  putPhoto(visit.id);
  const why = { reason: '点错了', photos: photosOfVisit(sample.view, visit.id) };
  for (const intent of voidVisit(visit, why, newId)) expect(decide(intent).type).toBe('write');
  expect(photos()).toEqual([]);
  expect(sample.view.all('need').filter((row) => !row.deleted)).toHaveLength(0);
  expect(visits()[1]).toMatchObject({ voidOf: logged?.id, reason: '点错了' });
});

test('a wrong door is put right at its own time, and its needs go along', () => {
  const needs = [{ kind: 'repair', detail: null, dueOn: '2026-12-01' }];
  decide(logVisit({ ...at, needs, note: '灯坏了' }, newId));
  const id = sample.view.all('visit')[0]?.id ?? '';
  const visit = { ...at, id, visitedAt: 700, note: '灯坏了', unchanged: null };
  const sheets = [{ questionSetId: null, setKey: 'antiFraud', answers: { posters: 2 } }];
  const right = { dwellingId: long('d601'), householdId: null, needs, sheets, photos: [] };
  for (const intent of correctDoor(visit, right, newId)) expect(decide(intent).type).toBe('write');
  expect(visits().at(-1)).toMatchObject({ corrects: id, dwellingId: long('d601'), visitedAt: 700, note: '灯坏了' });
  const open = sample.view.all('need').filter((row) => !row.deleted);
  expect(open.map((row) => row.fields.dwellingId)).toEqual([long('d601')]);
  const moved = sample.view.all('answerSheet').map((row) => row.fields);
  expect(moved).toMatchObject([
    { visitId: sample.view.all('visit').at(-1)?.id, dwellingId: long('d601'), answers: { posters: 2 } },
  ]);
});

test('photos leave the wrong family for the right one, and are never without a name on the way', () => {
  decide(logVisit(at, newId));
  const id = sample.view.all('visit')[0]?.id ?? '';
  putPhoto(id);
  const visit = { ...at, id, visitedAt: 700, note: null, unchanged: null };
  const taken = photosOfVisit(sample.view, id);
  const right = { dwellingId: long('d601'), householdId: null, needs: [], sheets: [], photos: taken };
  for (const intent of correctDoor(visit, right, newId)) {
    expect(decide(intent).type).toBe('write');
    expect(photos().map(({ sha256 }) => sha256)).toContain('ab'.repeat(32));
  }
  const visitId = sample.view.all('visit').at(-1)?.id;
  expect(photos()).toMatchObject([{ visitId, dwellingId: long('d601'), bytes: 1_000, caption: '渗水的墙' }]);
});

test('a wrong door without needs is one correction', () => {
  const visit = { ...at, id: long('v'), visitedAt: 700, note: null, unchanged: null };
  const right = { dwellingId: long('d601'), householdId: null, needs: [], sheets: [], photos: [] };
  expect(correctDoor(visit, right, newId)).toHaveLength(1);
});

test('a door, its household and a newborn without a name are made offline and wait to be checked', () => {
  const door = newId();
  const household = newId();
  const person = { name: null, sex: null };
  expect(decide(addDwelling(door, long('e1'), { doorLabel: '603', floor: 6 })).type).toBe('write');
  expect(decide(addHousehold(household, door, { roomLabel: '东屋' })).type).toBe('write');
  const born = addMember({ householdId: household, person, membership: { kind: 'resident' } }, newId);
  expect(decide(born).type).toBe('write');
  expect(sample.view.row('dwelling', door)?.fields).toMatchObject({ verification: 'toCheck', floor: 6 });
  const made = sample.view.all('person').at(-1);
  expect(made?.fields).toMatchObject({ name: null, verification: 'toCheck', identityNumberState: 'none' });
  const tag = { personId: made?.id ?? '', kind: 'disabled', source: null, fromOn: null };
  expect(decide(addTag(tag, newId)).type).toBe('write');
});

test('a need becomes a wish whose notice says nothing of whose it is', () => {
  putFamily(sample, long('d602'), { name: '欧阳秀英' });
  const needId = newId();
  decide(
    raiseNeed(needId, { dwellingId: long('d602'), householdId: null }, { kind: 'handrail', detail: null, dueOn: null }),
  );
  const agreement = { agreementWay: 'spoken', agreementOn: '2026-11-20', agreementNote: '本人' };
  const text = { what: '装一根扶手', place: '3号楼附近', timeWindow: null, skill: null };
  expect(decide(publishWish(needId, { text, agreement }, newId)).type).toBe('write');
  expect(JSON.stringify(sample.view.all('wishNotice'))).not.toContain(needId);
  expect(sample.view.row('need', needId)?.fields.state).toBe('inProgress');
});
