import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { StoreReadOnly } from '../store/store-read-only.ts';
import { openStoreIn } from '../testing/open-store-in.ts';
import { mountSmallDisk, type SmallDisk } from '../testing/small-disk.ts';
import { acceptInvitation, invite, signInFirstOperator, startTestApp, testPassword } from '../testing/test-app.ts';
import { createTestPhone } from '../testing/test-phone.ts';
import { buildPlace } from '../testing/test-place.ts';

const mega = 1_048_576;
const mounted = mountSmallDisk(32 * mega);
const isMounted = typeof mounted !== 'string';
if (!isMounted) console.info(`no small disk can be mounted here, so a full disk is not tried: ${mounted}`);

afterAll(() => (isMounted ? mounted.unmount() : undefined));

const untilNextLook = () => new Promise((resolve) => setTimeout(resolve, 600));

/** A server on a small disk with a grid worker's phone at work. */
const workOn = async ({ directory }: SmallDisk, name: string) => {
  const opened = openStoreIn(join(directory, name), undefined, { ballastBytes: 4 * mega });
  const started = startTestApp({ opened });
  const admin = (await signInFirstOperator(started)).client;
  const place = await buildPlace(admin);
  const invited = await invite(admin, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
  const { client } = await acceptInvitation(started, { code: invited.invitation.code, loginName: '王芳' });
  const phone = createTestPhone(client, place.communityId, () => started.clock.now);
  await phone.pullAll();
  const fields = { unitId: place.buildingIds[0], doorLabel: '101', verification: 'toCheck' };
  const addDoor = () => phone.mutation('dwelling.add', { dwelling: { id: v7(), fields } });
  const push = (mutation: ReturnType<typeof addDoor>) =>
    client.request('POST', '/sync/push', {
      ...{ version: 1, schema: 1, communityId: place.communityId, epoch: null },
      ...{ replicaId: phone.replicaId, mutations: [mutation], left: 0 },
    });
  const signIn = () => started.client().request('POST', '/session', { loginName: '王芳', password: testPassword });
  const community = place.communityId;
  return {
    opened,
    started,
    admin,
    client,
    community,
    phone,
    addDoor,
    push,
    signIn,
    ballast: join(opened.directory, 'ballast'),
  };
};

describe.skipIf(!isMounted)('a server whose disk runs full', () => {
  it('lets new records wait below the mark, answers reads and sign-ins, and goes on when there is room', async () => {
    if (typeof mounted === 'string') return;
    const { phone, addDoor, push, signIn, admin, community, opened } = await workOn(mounted, 'low');
    const door = addDoor();
    mounted.fill(3 * mega);
    await untilNextLook();
    const refused = await push(door);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const ending = { community, setKey: 'antiFraud', isActive: false };
    expect((await admin.request('POST', '/question-sets/end', ending)).status).toBe(503);
    expect((await phone.pullAll()).at(-1)?.checkpoint).toBe(true);
    expect((await signIn()).status).toBe(200);
    expect((await admin.request('GET', '/audit')).status).toBe(200);
    mounted.clear();
    await untilNextLook();
    const taken = await push(door);
    expect(await taken.json()).toMatchObject({ outcomes: [{ id: door.id, outcome: 'applied' }] });
    await opened.store.close();
  });

  it('gives its ballast back when a write finds no room at all, so that deleting and reading go on, and takes it again', async () => {
    if (typeof mounted === 'string') return;
    const { phone, addDoor, push, signIn, opened, ballast } = await workOn(mounted, 'full');
    const { core } = opened;
    const entry = { actorId: null, actorName: null, action: 'grown', communityId: null, subjectId: null };
    const grow = () => core.queue.run(() => appendAudit(core.writer, { ...entry, facts: { x: 'x'.repeat(mega) } }, 1));
    expect(existsSync(ballast)).toBe(true);
    mounted.fill(0);
    await expect(
      (async () => {
        for (let times = 0; times < 40; times += 1) await grow();
      })(),
    ).rejects.toThrow(StoreReadOnly);
    expect(existsSync(ballast)).toBe(false);
    expect(mounted.freeBytes()).toBeGreaterThan(2 * mega);
    const door = addDoor();
    expect((await push(door)).status).toBe(503);
    await core.queue.run(() => void core.writer.sqlite.prepare('DELETE FROM login_attempts').run());
    expect((await signIn()).status).toBe(200);
    expect((await phone.pullAll()).at(-1)?.checkpoint).toBe(true);
    expect(core.writer.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    mounted.fill(0);
    opened.clock.now += 20 * 60_000;
    expect((await phone.pullAll()).at(-1)?.checkpoint).toBe(true);
    mounted.clear();
    await untilNextLook();
    expect((await push(door)).status).toBe(200);
    expect(existsSync(ballast)).toBe(true);
    await opened.store.close();
  });

  it('stops and starts on a full disk, and has lost nothing', async () => {
    if (typeof mounted === 'string') return;
    const { addDoor, push, opened } = await workOn(mounted, 'restart');
    const door = addDoor();
    expect((await push(door)).status).toBe(200);
    mounted.fill(0);
    await opened.store.close();
    mounted.fill(0);
    const again = openStoreIn(opened.directory, undefined, { ballastBytes: 4 * mega });
    const found = again.core.reader.sqlite.prepare('SELECT outcome FROM mutations WHERE id = ?').pluck();
    expect(found.get(door.id)).toBe('applied');
    expect(again.core.writer.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    await again.store.close();
    mounted.clear();
  });
});
