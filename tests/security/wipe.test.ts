import { randomUUID } from 'node:crypto';
import { type Device, depositsAnswerSchema, devicesAnswerSchema, type Mutation } from '@lianxin/protocol';
import { newDwelling } from '@lianxin/testkit';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
  testPassword,
} from '../../apps/api/src/testing/test-app.ts';
import { createTestPhone, type TestPhone } from '../../apps/api/src/testing/test-phone.ts';
import { buildPlace, type TestPlace } from '../../apps/api/src/testing/test-place.ts';
import { createDepositSealer } from '../../apps/web/src/storage/deposits/seal-deposit.ts';

let started: TestApp;
let operator: TestClient;
let admin: TestClient;
let place: TestPlace;
let author: Awaited<ReturnType<typeof acceptInvitation>>;
let phone: TestPhone;

const join = async (name: string, role: string, unitId: string) => {
  const { invitation } = await invite(operator, name, [{ unitId, role }]);
  return acceptInvitation(started, { code: invitation.code, loginName: name });
};

beforeEach(async () => {
  started = startTestApp();
  operator = (await signInFirstOperator(started)).client;
  place = await buildPlace(operator);
  admin = (await join('周敏', 'communityAdmin', place.communityId)).client;
  author = await join('王芳', 'gridWorker', place.gridIds[0]);
  phone = createTestPhone(author.client, place.communityId, () => started.clock.now);
});

const devices = async (client = admin, community = place.communityId): Promise<Device[]> => {
  const answer = await client.request('GET', `/devices?community=${community}`);
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return devicesAnswerSchema.parse(await answer.json()).devices;
};

const deviceOf = async (name: string): Promise<Device> => {
  const found = (await devices()).find(({ accountName }) => accountName === name);
  if (found === undefined) throw new Error(`${name} has no device`);
  return found;
};

const askWipe = async (client = admin): Promise<Response> =>
  client.request('POST', `/devices/${(await deviceOf('王芳')).id}/wipe`);

const door = (doorLabel: string): Mutation =>
  phone.mutation('dwelling.add', { dwelling: newDwelling(randomUUID(), { unitId: place.buildingIds[0], doorLabel }) });

const report = (isEmpty: boolean) => ({ accountId: author.session.account.id, isEmpty });

const outcomesOf = (sql = '1') =>
  started.core.reader.sqlite.prepare(`SELECT outcome, reason FROM mutations WHERE ${sql} ORDER BY rev`).all();

const auditOf = (action: string) =>
  started.core.reader.sqlite.prepare('SELECT subject_id, facts FROM audit WHERE action = ?').all(action);

describe('the devices of a community', () => {
  it('are told with when they were seen, until when they open and in which state they are', async () => {
    const device = await deviceOf('王芳');
    expect(device).toEqual({
      id: expect.any(String),
      accountId: author.session.account.id,
      accountName: '王芳',
      label: '',
      createdAt: started.clock.now,
      seenAt: started.clock.now,
      leaseUntil: author.session.lease?.until,
      state: 'active',
    });
    await author.client.request('DELETE', '/session');
    expect((await deviceOf('王芳')).state).toBe('ended');
  });

  it('are shown to and wiped by nobody but administrators of that community', async () => {
    const { id } = await deviceOf('王芳');
    const away = await buildPlace(operator, '柳湾社区');
    const stranger = (await join('外人', 'communityAdmin', away.communityId)).client;
    expect((await stranger.request('GET', `/devices?community=${place.communityId}`)).status).toBe(404);
    expect((await stranger.request('POST', `/devices/${id}/wipe`)).status).toBe(404);
    expect((await author.client.request('POST', `/devices/${id}/wipe`)).status).toBe(403);
    expect((await started.client().request('POST', `/devices/${id}/wipe`)).status).toBe(401);
    expect((await devices(stranger, away.communityId)).map(({ accountName }) => accountName)).toEqual(['外人']);
    expect((await deviceOf('王芳')).state).toBe('active');
  });

  it('of somebody who also works elsewhere are shown here and wiped by who has all of their duties', async () => {
    const away = await buildPlace(operator, '柳湾社区');
    await operator.request('PUT', `/accounts/${author.session.account.id}/postings`, {
      postings: [
        { unitId: place.gridIds[0], role: 'gridWorker', toOn: null },
        { unitId: away.gridIds[0], role: 'gridWorker', toOn: null },
      ],
    });
    expect((await askWipe()).status).toBe(403);
    expect((await askWipe(operator)).status).toBe(200);
  });
});

/** Seals work as the author's phone does, for whoever hands it in. */
const deposit = async (mutations: readonly Mutation[]): Promise<unknown> => {
  const sealer = createDepositSealer({
    sealingKey: author.session.sealingKey ?? '',
    rescueTicket: author.session.rescueTicket ?? '',
    accountId: author.session.account.id,
  });
  const sealed = mutations.map(async (mutation) => {
    const entry = { ...mutation, communityId: place.communityId, order: mutation.n, acknowledgedRev: null };
    return JSON.parse((await sealer(phone.replicaId, entry)) ?? '');
  });
  return { deposits: await Promise.all(sealed) };
};

const letInAgain = async () => {
  const again = await operator.request('POST', `/accounts/${author.session.account.id}/invitation`);
  const { invitation } = JSON.parse(await again.text());
  return acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
};

describe('a phone of somebody who went to work elsewhere', () => {
  it('is on the list and in the audit of where they work now, and nowhere else', async () => {
    const away = await buildPlace(operator, '柳湾社区');
    const { id } = await deviceOf('王芳');
    await operator.request('PUT', `/accounts/${author.session.account.id}/postings`, {
      postings: [{ unitId: away.gridIds[0], role: 'gridWorker', toOn: null }],
    });
    expect((await devices()).map(({ accountName }) => accountName)).not.toContain('王芳');
    const there = (await join('外人', 'communityAdmin', away.communityId)).client;
    expect((await devices(there, away.communityId)).map((device) => device.id)).toContain(id);
    expect((await operator.request('POST', `/devices/${id}/wipe`)).status).toBe(200);
    await author.client.request('POST', '/session/wiped', report(true));
    const spaces = started.core.reader.sqlite
      .prepare("SELECT action, community_id FROM audit WHERE action LIKE 'device.%' ORDER BY seq")
      .all();
    expect(spaces).toEqual([
      { action: 'device.wipeAsked', community_id: away.communityId },
      { action: 'device.wiped', community_id: away.communityId },
    ]);
  });
});

describe('a phone whose session ended before it was asked to forget everything', () => {
  it.each([
    ['because its owner was let in again', async () => void (await letInAgain())],
    ['because it was signed out', async () => void (await author.client.request('DELETE', '/session'))],
    [
      'because it was not seen for too long',
      async () => {
        started.clock.now += 61 * 86_400_000;
      },
    ],
  ])('still hears of it %s', async (_, end) => {
    const cookie = { cookie: author.client.cookie() };
    const { id } = await deviceOf('王芳');
    const early = door('602');
    await end();
    const desk = started.client();
    await desk.request('POST', '/session', { loginName: '周敏', password: testPassword });
    const answer = await author.client.request('GET', '/session', undefined, cookie);
    expect(await answer.json()).toMatchObject({ code: 'notSignedIn' });
    expect((await desk.request('POST', `/devices/${id}/wipe`)).status).toBe(200);
    expect((await devices(desk)).find((device) => device.id === id)?.state).toBe('wipeAsked');
    const told = await author.client.request('GET', '/session', undefined, cookie);
    expect([told.status, await told.json()]).toMatchObject([401, { code: 'wipe' }]);
    started.clock.now += 60_000;
    await started.client().request('POST', '/deposits', await deposit([early, door('603')]));
    expect(outcomesOf()).toEqual([
      { outcome: 'applied', reason: null },
      { outcome: 'held', reason: 'outOfScope' },
    ]);
    const done = await author.client.request('POST', '/session/wiped', report(true), cookie);
    expect(done.status).toBe(204);
    expect((await devices(desk)).find((device) => device.id === id)?.state).toBe('wiped');
    const after = await author.client.request('GET', '/session', undefined, cookie);
    expect(await after.json()).toMatchObject({ code: 'notSignedIn' });
  });
});

describe('a phone that was asked to forget everything', () => {
  it('hears of it at its next contact on every route, and may still hand in', async () => {
    const early = door('602');
    expect((await askWipe()).status).toBe(200);
    for (const [method, path] of [
      ['GET', '/session'],
      ['GET', `/sync/events?community=${place.communityId}`],
      ['GET', `/register?community=${place.communityId}`],
      ['GET', '/accounts'],
    ] as const) {
      const answer = await author.client.request(method, path);
      expect([path, answer.status, await answer.json()]).toMatchObject([path, 401, { code: 'wipe' }]);
    }
    await expect(phone.pullAll()).rejects.toThrow(/"wipe"/);
    expect((await phone.push([early])).outcomes).toMatchObject([{ outcome: 'applied' }]);
  });

  it('is believed what it saw before it was lost; what is dated later waits for a person', async () => {
    const early = door('602');
    await askWipe();
    started.clock.now += 60_000;
    const late = door('603');
    const answer = await started.client().request('POST', '/deposits', await deposit([early, late]));
    expect(depositsAnswerSchema.parse(await answer.json()).receipts.map(({ taken }) => taken)).toEqual([true, true]);
    expect(outcomesOf()).toEqual([
      { outcome: 'applied', reason: null },
      { outcome: 'held', reason: 'outOfScope' },
    ]);
    // Once it has said that it is empty, nothing honest can come from it any more.
    expect((await author.client.request('POST', '/session/wiped', report(true))).status).toBe(204);
    const forged = { ...door('604'), at: started.clock.now - 600_000 };
    await started.client().request('POST', '/deposits', await deposit([forged]));
    expect(outcomesOf().at(-1)).toEqual({ outcome: 'held', reason: 'outOfScope' });
  });

  it('says when it is done, and the browser is told to clear the rest', async () => {
    await askWipe();
    const cookie = { cookie: author.client.cookie() };
    const answer = await author.client.request('POST', '/session/wiped', report(true));
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    expect(answer.headers.get('set-cookie')).toMatch(/Max-Age=0/);
    expect((await deviceOf('王芳')).state).toBe('wiped');
    expect(await (await author.client.request('GET', '/session', undefined, cookie)).json()).toMatchObject({
      code: 'notSignedIn',
    });
    const { id } = await deviceOf('王芳');
    for (const action of ['device.wipeAsked', 'device.wiped'])
      expect(auditOf(action)).toEqual([
        { subject_id: author.session.account.id, facts: JSON.stringify({ deviceId: id }) },
      ]);
  });

  it('is not taken for done by somebody else’s session on the same phone, nor by one that nobody asked', async () => {
    await askWipe();
    const colleague = (await join('刘洋', 'gridWorker', place.gridIds[1])).client;
    expect((await colleague.request('POST', '/session/wiped', report(true))).status).toBe(404);
    expect((await colleague.request('GET', '/session')).status).toBe(200);
    expect((await started.client().request('POST', '/session/wiped', report(true))).status).toBe(401);
    expect((await deviceOf('王芳')).state).toBe('wipeAsked');
  });

  it('leaves what others keep in the same browser', async () => {
    await askWipe();
    const answer = await author.client.request('POST', '/session/wiped', report(false));
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies"');
  });

  it('still hears of it after its owner was let in again with a new password', async () => {
    await askWipe();
    const fresh = await letInAgain();
    expect(await (await author.client.request('GET', '/session')).json()).toMatchObject({ code: 'wipe' });
    expect((await fresh.client.request('GET', '/session')).status).toBe(200);
    expect(
      (await devices())
        .filter(({ accountName }) => accountName === '王芳')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['active', 'wipeAsked']);
  });

  it('does not take the other phones of its owner along', async () => {
    const other = started.client();
    await other.request('POST', '/session', { loginName: '王芳', password: testPassword });
    const [first] = (await devices())
      .filter(({ accountName }) => accountName === '王芳')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    await admin.request('POST', `/devices/${first?.id}/wipe`);
    expect((await author.client.request('GET', '/session')).status).toBe(401);
    expect((await other.request('GET', '/session')).status).toBe(200);
  });

  it('is every phone of an account that is disabled, and what it hands in is held', async () => {
    const work = door('602');
    await admin.request('POST', `/accounts/${author.session.account.id}/disable`);
    expect((await deviceOf('王芳')).state).toBe('wipeAsked');
    expect(await (await author.client.request('GET', '/session')).json()).toMatchObject({ code: 'wipe' });
    expect((await phone.push([work])).outcomes).toMatchObject([{ outcome: 'held', reason: 'accountDisabled' }]);
  });
});
