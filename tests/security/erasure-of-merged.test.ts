import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../apps/api/src/durability/restore-backup.ts';
import { backUp, restoreJob } from '../../apps/api/src/testing/backup-in.ts';
import { freshDirectory } from '../../apps/api/src/testing/fresh-directory.ts';
import { openStoreIn } from '../../apps/api/src/testing/open-store-in.ts';
import { edits, filesHolding, type PlantedPerson, planted, plantPerson, push } from './planted-person.ts';

const twin = { name: '欧阳砚秌', phone: '13955543210', note: '砚秋另一份登记' };

/** The twin of the planted person, entered at the neighbour's, as a mutation says it. */
const twinAt = ({ neighbour }: PlantedPerson, twinId: string) => ({
  person: { id: twinId, fields: { name: twin.name, phone: twin.phone, verification: 'toCheck' } },
  membership: {
    id: randomUUID(),
    fields: { personId: twinId, householdId: neighbour.householdId, kind: 'resident' },
  },
});

test('whoever erases one of two merged records erases the human being: both records, and what was told of either', async () => {
  const about = await plantPerson();
  const { worker, operator, personId, place, started } = about;
  const twinId = randomUUID();
  const outcomes = await push(worker, [
    ['member.add', twinAt(about, twinId)],
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

test('a backup from before the merge brings back neither of the two', async () => {
  const about = await plantPerson();
  const { worker, operator, personId, place, started } = about;
  const twinId = randomUUID();
  await push(worker, [['member.add', twinAt(about, twinId)]]);
  const backups = freshDirectory();
  const manifest = await backUp(started.directory, backups);
  await push(worker, [['person.merge', { regroupingId: randomUUID(), fromId: twinId, intoId: personId }]]);
  const body = { community: place.communityId, reason: '本人书面要求' };
  expect((await operator.request('POST', `/persons/${personId}/erase`, body)).status).toBe(200);
  await started.store.close();
  const restored = await restoreBackup(restoreJob(started.directory), join(backups, manifest.file), null);
  expect(restored.ok).toBe(true);
  for (const needle of [twin.name, twin.phone, ...Object.values(planted)])
    expect(filesHolding(started.directory, needle), needle).toEqual([]);
  const { core, store } = openStoreIn(started.directory);
  for (const id of [personId, twinId])
    expect(core.reader.rows.read(place.communityId, 'person', id)?.fields).toMatchObject({ name: null });
  await store.close();
});
