import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Mutation, SessionAnswer } from '@lianxin/protocol';
import { newDwelling } from '@lianxin/testkit';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../apps/api/src/durability/restore-backup.ts';
import { backUp, restoreJob } from '../../apps/api/src/testing/backup-in.ts';
import { freshDirectory } from '../../apps/api/src/testing/fresh-directory.ts';
import { openStoreIn } from '../../apps/api/src/testing/open-store-in.ts';
import { acceptInvitation, invite, signInFirstOperator, startTestApp } from '../../apps/api/src/testing/test-app.ts';
import { buildPlace } from '../../apps/api/src/testing/test-place.ts';
import { createDepositSealer } from '../../apps/web/src/storage/deposits/seal-deposit.ts';

const minute = 60_000;

/** Two phones that a backup knows and two that signed in after it; three were reported lost, one of them was wiped, and then the backup was put back. */
const restoredServer = async () => {
  const started = startTestApp();
  const operator = (await signInFirstOperator(started)).client;
  const place = await buildPlace(operator);
  const join2 = async (name: string) => {
    const { invitation } = await invite(operator, name, [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
    return acceptInvitation(started, { code: invitation.code, loginName: name });
  };
  const signInAgain = async (of: SessionAnswer) => {
    const again = await operator.request('POST', `/accounts/${of.account.id}/invitation`);
    const { invitation } = JSON.parse(await again.text());
    return acceptInvitation(started, { code: invitation.code, loginName: of.account.name });
  };
  const [lost, wiped] = [await join2('王芳'), await join2('刘洋')];
  const [later, laterLost] = [await join2('陈晨'), await join2('赵一')];
  const backups = freshDirectory();
  const manifest = await backUp(started.directory, backups);
  const newer = await signInAgain(later.session);
  const newerLost = await signInAgain(laterLost.session);
  const cookies = [lost, wiped, newerLost].map(({ client }) => client.cookie());
  const lostAt = started.clock.now;
  for (const { session } of [lost, wiped, newerLost]) {
    const id = session.rescueTicket?.split('.')[0];
    expect((await operator.request('POST', `/devices/${id}/wipe`)).status).toBe(200);
  }
  const report = { accountId: wiped.session.account.id, isEmpty: true };
  expect((await wiped.client.request('POST', '/session/wiped', report)).status).toBe(204);
  await started.store.close();
  const job = { ...restoreJob(started.directory), now: () => lostAt + 60 * minute };
  expect((await restoreBackup(job, join(backups, manifest.file), null)).ok).toBe(true);
  const { sealingKey, directory } = started;
  const again = startTestApp({ opened: openStoreIn(directory, undefined, { sealingKey }) });
  again.clock.now = lostAt + 61 * minute;
  const hears = async (cookie = '') =>
    JSON.parse(await (await again.client().request('GET', '/session', undefined, { cookie })).text()).code;
  /** Hands in a door that a phone saw at a moment, and tells what became of it. */
  const handIn = async (session: SessionAnswer, at: number): Promise<unknown> => {
    const dwelling = newDwelling(randomUUID(), { unitId: place.buildingIds[0], doorLabel: randomUUID().slice(0, 4) });
    const mutation: Mutation = {
      id: randomUUID(),
      n: 1,
      name: 'dwelling.add',
      version: 1,
      at,
      offsetMs: 0,
      args: { dwelling },
    };
    const sealer = createDepositSealer({
      sealingKey: session.sealingKey ?? '',
      rescueTicket: session.rescueTicket ?? '',
      accountId: session.account.id,
    });
    const entry = { ...mutation, communityId: place.communityId, order: 1, acknowledgedRev: null };
    const deposits = [JSON.parse((await sealer(randomUUID(), entry)) ?? '')];
    const answer = await again.client().request('POST', '/deposits', { deposits });
    expect(answer.status).toBe(200);
    return again.core.reader.sqlite.prepare('SELECT outcome FROM mutations WHERE id = ?').pluck().get(mutation.id);
  };
  return { lostAt, lost, wiped, newer, cookies, hears, handIn };
};

test('a restore remembers which phones were lost since, and since when', async () => {
  const { lostAt, lost, wiped, newer, cookies, hears, handIn } = await restoredServer();
  // Also a phone that the backup never heard of.
  expect(await Promise.all(cookies.map(hears))).toEqual(['wipe', 'notSignedIn', 'wipe']);
  expect(await handIn(lost.session, lostAt - minute)).toBe('applied');
  expect(await handIn(lost.session, lostAt + minute)).toBe('held');
  expect(await handIn(wiped.session, lostAt - minute)).toBe('held');
  // Nobody remembers the session of this one: its work waits for a person and is not lost.
  expect(await handIn(newer.session, lostAt - minute)).toBe('held');
});
