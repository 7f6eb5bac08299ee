import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { edits, filesHolding, planted, plantPerson, push } from './planted-person.ts';

const twin = { name: '欧阳砚秌', phone: '13955543210', note: '砚秋另一份登记' };

test('whoever erases one of two merged records erases the human being: both records, and what was told of either', async () => {
  const about = await plantPerson();
  const { worker, operator, personId, neighbour, place, started } = about;
  const twinId = randomUUID();
  const person = { id: twinId, fields: { name: twin.name, phone: twin.phone, verification: 'toCheck' } };
  const membership = {
    id: randomUUID(),
    fields: { personId: twinId, householdId: neighbour.householdId, kind: 'resident' },
  };
  const outcomes = await push(worker, [
    ['member.add', { person, membership }],
    ['record.edit', edits('person', twinId, { note: twin.note })],
    ['record.edit', edits('person', twinId, { phone: null })],
    ['person.merge', { regroupingId: randomUUID(), fromId: twinId, intoId: personId }],
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
  const readChanges = (): readonly unknown[] =>
    started.core.reader.sqlite.prepare('SELECT before, after FROM field_changes WHERE row_id = ?').all(twinId);
  expect(JSON.stringify(readChanges())).toContain(twin.phone);
  const answer = await operator.request('POST', `/persons/${personId}/erase`, {
    community: place.communityId,
    reason: '本人书面要求',
  });
  expect(answer.status).toBe(200);
  for (const needle of [...Object.values(twin), planted.name, planted.formerName, planted.phone])
    expect(filesHolding(started.directory, needle), needle).toEqual([]);
  expect(readChanges().length).toBeGreaterThan(0);
  const state = started.core.reader.rows.read(place.communityId, 'person', twinId);
  expect(state?.fields['erasedAt']).toEqual(expect.any(Number));
});
