import { randomUUID } from 'node:crypto';
import type { RecordName } from '@lianxin/domain';
import { expect, test } from 'vitest';
import { photoOf } from './photo-client.ts';
import { edits, filesHolding, planted, plantPerson, push, visitOf } from './planted-person.ts';

/** The planted person, at whose home a photo was taken and a colleague's edit waits, and the same of the neighbour. */
const setUp = async () => {
  const about = await plantPerson();
  const { worker, operator, place, started, householdId, dwellingId, neighbour } = about;
  const photos = { own: randomUUID(), neighbour: randomUUID() };
  const visit = visitOf(about, { note: `${planted.name}在家` });
  const photoAt = (id: string, at: { readonly dwellingId: string; readonly householdId: string }) => ({
    photo: {
      ...photoOf(new TextEncoder().encode(id), { dwellingId: at.dwellingId, householdId: at.householdId }).photo,
      id,
    },
  });
  const outcomes = await push(worker, [
    ['visit.log', visit],
    ['photo.add', photoAt(photos.own, { dwellingId, householdId })],
    ['photo.add', photoAt(photos.neighbour, neighbour)],
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
  const erase = async (): Promise<void> => {
    const body = { community: place.communityId, reason: '本人书面要求' };
    expect((await operator.request('POST', `/persons/${about.personId}/erase`, body)).status).toBe(200);
  };
  const read = (table: RecordName, id: string) => started.core.reader.rows.read(place.communityId, table, id);
  const expectGone = (): void => {
    for (const needle of Object.values(planted)) expect(filesHolding(started.directory, needle), needle).toEqual([]);
  };
  const split = (regroupingId: string, madeId: string) => ({
    regroupingId,
    householdId,
    household: { id: madeId, fields: { dwellingId: neighbour.dwellingId, verification: 'toCheck' } },
    membershipIds: [about.membershipId],
  });
  return { ...about, photos, erase, read, expectGone, split };
};

const applied = async (...work: Parameters<typeof push>): Promise<void> => {
  const outcomes = await push(...work);
  expect(outcomes.map(({ outcome, reason }) => [outcome, reason])).toEqual(work[1].map(() => ['applied', null]));
};

test('whoever was split from a household into one of another grid is named in neither after the erasure', async () => {
  const { worker, photos, erase, read, expectGone, split } = await setUp();
  await applied(worker, [['household.split', split(randomUUID(), randomUUID())]]);
  await erase();
  expectGone();
  expect(read('photo', photos.own)?.deleted).toBe(true);
  expect(read('photo', photos.neighbour)?.deleted).toBe(false);
});

test('whoever came into a household by a merge is named in neither after the erasure', async () => {
  const { worker, householdId, neighbour, photos, erase, read, expectGone } = await setUp();
  const merge = { regroupingId: randomUUID(), fromId: householdId, intoId: neighbour.householdId, toOn: '2026-11-20' };
  await applied(worker, [['household.merge', merge]]);
  await erase();
  expectGone();
  expect(read('photo', photos.own)?.deleted).toBe(true);
  expect(read('photo', photos.neighbour)?.deleted).toBe(true);
});

test('what was written about somebody in a household that was put apart and together again is found through all of it', async () => {
  const { worker, neighbour, erase, expectGone, split } = await setUp();
  const [first, made] = [randomUUID(), randomUUID()];
  const merge = { regroupingId: randomUUID(), fromId: made, intoId: neighbour.householdId, toOn: '2026-11-20' };
  await applied(worker, [
    ['household.split', split(first, made)],
    ['record.edit', edits('household', made, { note: `${planted.name}刚搬来` })],
    ['household.merge', merge],
    ['record.edit', edits('household', neighbour.householdId, { note: `${planted.name}住里屋` })],
    ['regrouping.undo', { regroupingId: merge.regroupingId }],
    ['regrouping.undo', { regroupingId: first }],
  ]);
  await erase();
  expectGone();
});
