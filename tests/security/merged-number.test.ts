import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { planted, plantPerson, push } from './planted-person.ts';

test('the record that is kept of two has the ID number of the other under a seal of its own, until the merge is taken back', async () => {
  const { worker, personId, neighbour, place, started } = await plantPerson();
  const keptId = randomUUID();
  const regroupingId = randomUUID();
  const person = { id: keptId, fields: { name: planted.name, verification: 'toCheck' } };
  const membership = {
    id: randomUUID(),
    fields: { personId: keptId, householdId: neighbour.householdId, kind: 'resident' },
  };
  const [, merged] = await push(worker, [
    ['member.add', { person, membership }],
    ['person.merge', { regroupingId, fromId: personId, intoId: keptId }],
  ]);
  expect(merged?.outcome).toBe('applied');
  const fieldsOf = (id: string) => started.core.reader.rows.read(place.communityId, 'person', id)?.fields ?? {};
  const sealed = String(fieldsOf(keptId)['identityNumberSealed']);
  expect(started.keyring.open(sealed, keptId)).toBe(planted.identityNumber);
  expect(sealed).not.toBe(fieldsOf(personId)['identityNumberSealed']);
  expect(fieldsOf(keptId)).toMatchObject({
    identityNumberState: fieldsOf(personId)['identityNumberState'],
    identityNumberHash: fieldsOf(personId)['identityNumberHash'],
  });
  const [undone] = await push(worker, [['regrouping.undo', { regroupingId }]]);
  expect(undone?.outcome).toBe('applied');
  expect(fieldsOf(keptId)).toMatchObject({
    identityNumberState: 'none',
    identityNumberSealed: null,
    identityNumberHash: null,
  });
  expect(fieldsOf(personId)['identityNumberSealed']).not.toBeNull();
});
