import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Mutation } from '@lianxin/protocol';

import { describe, expect, it } from 'vitest';
import { authorizeSync } from '../../apps/api/src/access/authorize.ts';
import { restoreBackup } from '../../apps/api/src/durability/restore-backup.ts';
import { isAuditIntact } from '../../apps/api/src/store/sqlite/audit-log.ts';
import { backUp, restoreJob } from '../../apps/api/src/testing/backup-in.ts';
import { freshDirectory } from '../../apps/api/src/testing/fresh-directory.ts';
import { openStoreIn } from '../../apps/api/src/testing/open-store-in.ts';
import { edits, filesHolding, type PlantedPerson, planted, plantPerson } from './planted-person.ts';

/** A person who was planted and backed up, and another who came after the backup; both were erased, then the backup was put back. */
const restoredServer = async () => {
  const about = await plantPerson();
  const { started, operator, place, worker, householdId } = about;
  const backups = freshDirectory();
  const manifest = await backUp(started.directory, backups);
  const lateId = randomUUID();
  const late = worker.mutation('member.add', {
    person: { id: lateId, fields: { name: '司徒望北', phone: '13512349876', verification: 'toCheck' } },
    membership: { id: randomUUID(), fields: { personId: lateId, householdId, kind: 'resident' } },
  });
  const early = worker.mutation('record.edit', edits('person', about.personId, { note: `${planted.name}出院` }));
  expect((await worker.push([late, early])).outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  for (const id of [about.personId, lateId]) {
    const body = { community: place.communityId, reason: '本人书面要求' };
    expect((await operator.request('POST', `/persons/${id}/erase`, body)).status).toBe(200);
  }
  await started.store.close();
  const restored = await restoreBackup(restoreJob(started.directory), join(backups, manifest.file), null);
  expect(restored.ok).toBe(true);
  return { about, lateId, late, early, backups };
};

/** Hands mutations in as a phone does after a new epoch: under a new replica id, with the ids they had. */
const offerAgain = async (about: PlantedPerson, mutations: readonly Mutation[]) => {
  const { core, store } = openStoreIn(about.started.directory);
  const account = core.reader.sqlite.prepare<[], { id: string }>("SELECT id FROM accounts WHERE name = '王芳'").get();
  const scope = authorizeSync({
    accountId: account?.id ?? '',
    sessionId: 'session',
    name: '王芳',
    isRevoked: false,
    wipeAskedAt: null,
    isOperator: false,
    canViewUnmasked: false,
    loginName: '王芳',
    postings: [],
    communities: new Map(),
    formerCommunityIds: new Set(),
    formerGrids: [],
  });
  const answer = await store.sync.push(scope, {
    version: 1,
    schema: 1,
    communityId: about.place.communityId,
    epoch: null,
    replicaId: randomUUID(),
    mutations: mutations.map((mutation, at) => ({ ...mutation, n: at + 1 })),
    left: 0,
  });
  await store.close();
  return answer.ok ? answer.value.outcomes : [];
};

describe('a backup from before an erasure', () => {
  it('brings nobody back: who was erased since is erased again before the server opens', async () => {
    const { about, lateId, backups } = await restoredServer();
    const { directory } = about.started;
    expect(filesHolding(backups, planted.name).length).toBe(1);
    for (const value of [...Object.values(planted), '司徒望北', '13512349876'])
      expect(filesHolding(directory, value), value).toEqual([]);
    const { core, store } = openStoreIn(directory);
    const { communityId } = about.place;
    for (const id of [about.personId, lateId])
      expect(core.reader.rows.read(communityId, 'person', id)?.fields).toMatchObject({
        name: null,
        erasedAt: about.started.clock.now,
      });
    expect(isAuditIntact(core.reader)).toBe(true);
    await store.close();
  });

  it('lets no phone bring them back either: what it kept is refused, and its words are not kept', async () => {
    const { about, late, early } = await restoredServer();
    const outcomes = await offerAgain(about, [late, early]);
    expect(outcomes.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      [late.id, 'refused', 'erased'],
      [early.id, 'refused', 'erased'],
    ]);
    for (const value of [...Object.values(planted), '司徒望北', '13512349876'])
      expect(filesHolding(about.started.directory, value), value).toEqual([]);
  });
});
