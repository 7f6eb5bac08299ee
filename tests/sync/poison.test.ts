import 'fake-indexeddb/auto';
import { emptyChange, type LocalState, type OutboxEntry } from '@lianxin/sync/client';
import { newDwelling } from '@lianxin/testkit';
import { afterEach, expect, it } from 'vitest';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
} from '../../apps/api/src/testing/test-app.ts';
import { buildPlace } from '../../apps/api/src/testing/test-place.ts';
import { startTestServer, type TestServer } from '../../apps/api/src/testing/test-server.ts';
import { plainCodec } from '../../apps/web/src/storage/codec.ts';
import { AccountDatabase } from '../../apps/web/src/storage/database.ts';
import { createDexieStore } from '../../apps/web/src/storage/dexie-store.ts';
import { runGuardedRound } from '../../apps/web/src/storage/guarded-round.ts';
import { createHttpTransport } from '../../apps/web/src/storage/http-transport.ts';
import { openRegister } from '../../apps/web/src/storage/register.ts';

let server: TestServer | null = null;
let database: AccountDatabase | null = null;

afterEach(async () => {
  database?.close();
  await server?.stop();
});

/** A worker's phone, its database and HTTP included, before a real server on a socket. */
const startPhone = async (started: TestApp) => {
  const admin = (await signInFirstOperator(started)).client;
  const place = await buildPlace(admin);
  const { invitation, account } = await invite(admin, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
  const { client } = await acceptInvitation(started, { code: invitation.code, loginName: 'wangfang' });
  server = await startTestServer(started.app);
  const { origin } = server;
  database = new AccountDatabase(account.id);
  const now = () => started.clock.now;
  const { newId } = started.deps;
  const register = await openRegister({
    store: createDexieStore(database, plainCodec, account.id),
    communityId: place.communityId,
    author: { userId: account.id, userName: '王芳' },
    now,
    newId,
    announce: () => undefined,
  });
  const transport = createHttpTransport((path, init) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', client.cookie());
    headers.set('sec-fetch-site', 'same-origin');
    return fetch(`${origin}${path}`, { ...init, headers });
  });
  const onBroken = (cause: unknown): never => {
    throw cause;
  };
  const round = () =>
    runGuardedRound({ register, transport, now, newId, onSignedOut: () => undefined, onBroken }, () => undefined);
  return { place, register, round };
};

const putBack = (state: LocalState, n: number, change: Partial<OutboxEntry>) => ({
  ...emptyChange(state.meta),
  putOutbox: state.outbox.filter((entry) => entry.n === n).map((entry) => ({ ...entry, ...change })),
});

it('sends everything but the four that no server can apply, one of which it cannot even read, and keeps those word for word', async () => {
  const started = startTestApp();
  const { place, register, round } = await startPhone(started);
  const add = (doorLabel: string, unitId: string) => {
    const { id, fields } = newDwelling(started.deps.newId(), { unitId, doorLabel });
    return { name: 'dwelling.add' as const, args: { dwelling: { id, fields: { ...fields } } } };
  };
  const labels = Array.from({ length: 60 }, (_, at) => `${at + 1}`);
  await register.save(labels.map((label) => add(label, place.buildingIds[label === '15' ? 1 : 0])));
  // Faults of an app that is yet to be written: an envelope that is not one, arguments that are none, a name nobody knows.
  await register.update(() => putBack(register.state(), 7, { offsetMs: 0.5 }));
  await register.update(() => putBack(register.state(), 20, { args: { dwelling: null } }));
  await register.update(() => putBack(register.state(), 25, { name: 'door.paint' }));

  expect(await round()).toMatchObject({ result: 'settled' });

  const { outbox, attention } = register.state();
  expect(outbox).toEqual([]);
  const kept = started.core.reader.sqlite.prepare('SELECT door_label FROM dwellings ORDER BY CAST(door_label AS INT)');
  expect(kept.pluck().all()).toEqual(labels.filter((label) => !['7', '15', '20', '25'].includes(label)));
  expect(attention.map(({ outcome, reason }) => `${outcome} ${reason}`).sort()).toEqual([
    'held outOfScope',
    'held unknownMutation',
    'refused invalid',
    'refused invalid',
  ]);
  const unreadable = attention.find((entry) => JSON.stringify(entry.args).includes('"doorLabel":"7"'));
  expect(unreadable).toMatchObject({ name: 'dwelling.add', outcome: 'refused', reason: 'invalid' });
  expect(await round()).toMatchObject({ result: 'settled' });
});
