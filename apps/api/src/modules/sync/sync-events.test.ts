import { setTimeout as pass } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../create-app.ts';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestClient,
} from '../../testing/test-app.ts';
import { createTestPhone } from '../../testing/test-phone.ts';
import { buildPlace } from '../../testing/test-place.ts';
import { startTestServer } from '../../testing/test-server.ts';
import type { StreamSettings } from './sync-event-stream.ts';

const quick: StreamSettings = {
  limits: { perAccount: 2, inAll: 4 },
  pace: { pokeEveryMs: 150, heartbeatMs: 100_000, lifeMs: 600_000 },
};

const opened: Listening[] = [];

/** Is one open stream with everything it has said. */
interface Listening {
  readonly response: Response;
  readonly text: () => string;
  readonly pokes: () => readonly string[];
  readonly isOver: () => boolean;
  readonly close: () => Promise<void>;
}

const listenTo = async (response: Response): Promise<Listening> => {
  let text = '';
  let isOver = false;
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const read = async (): Promise<void> => {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      text += decoder.decode(piece.value, { stream: true });
    isOver = true;
  };
  void read().catch(() => {
    isOver = true;
  });
  const listening: Listening = {
    response,
    text: () => text,
    pokes: () => text.split('\n\n').filter((block) => block.startsWith('event:')),
    isOver: () => isOver,
    close: async () => void (await reader?.cancel().catch(() => undefined)),
  };
  opened.push(listening);
  await until(() => text !== '' || isOver);
  return listening;
};

const until = async (isTrue: () => boolean, ms = 5_000): Promise<void> => {
  const end = performance.now() + ms;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error('it never came to be');
    await pass(5);
  }
};

const setUp = async (more: Partial<StreamSettings> = {}) => {
  const started = startTestApp();
  const admin = (await signInFirstOperator(started)).client;
  const place = await buildPlace(admin);
  const stopping = new AbortController();
  const app = createApp({ ...started.deps, streams: { ...quick, ...more }, stopping: stopping.signal });
  const join = async (name: string, unitId: string, role = 'gridWorker') => {
    const invited = await invite(admin, name, [{ unitId, role }]);
    const { client } = await acceptInvitation(started, { code: invited.invitation.code, loginName: name });
    const phone = createTestPhone(client, place.communityId, () => started.clock.now);
    return { client, accountId: invited.account.id, phone };
  };
  const ask = async (client: TestClient, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    app.request(`http://127.0.0.1:8787/api/v1/sync/events?community=${place.communityId}`, {
      headers: { host: '127.0.0.1:8787', cookie: client.cookie(), ...headers },
    });
  const listen = async (client: TestClient) => listenTo(await ask(client));
  return { started, admin, place, stopping, app, join, ask, listen };
};

const addDwelling = (worker: Awaited<ReturnType<Awaited<ReturnType<typeof setUp>>['join']>>, unitId: string) =>
  worker.phone.push([
    worker.phone.mutation('dwelling.add', {
      dwelling: { id: v7(), fields: { unitId, doorLabel: v7().slice(-8), verification: 'toCheck' } },
    }),
  ]);

afterEach(async () => {
  for (const listening of opened.splice(0)) await listening.close();
});

describe('the stream of pokes', () => {
  it('calls out the top to those who may see what changed, and nothing at all to anybody else', async () => {
    const { place, join, listen } = await setUp();
    const [wang, li] = [await join('王芳', place.gridIds[0]), await join('李明', place.gridIds[0])];
    const zhao = await join('赵强', place.gridIds[1]);
    const [near, far] = [await listen(li.client), await listen(zhao.client)];
    const { outcomes } = await addDwelling(wang, place.buildingIds[0]);
    await until(() => near.pokes().length > 0);
    expect(near.pokes()).toEqual([`event: poke\ndata: {"top":${outcomes[0]?.rev}}`]);
    await pass(300);
    expect(far.text()).toBe(':\n\n');
    await addDwelling(zhao, place.buildingIds[1]);
    await until(() => far.pokes().length > 0);
    expect(near.pokes()).toHaveLength(1);
  });

  it('says one poke a moment however much happens, and the last one names the last top', async () => {
    const { place, join, listen } = await setUp();
    const [wang, li] = [await join('王芳', place.gridIds[0]), await join('李明', place.gridIds[0])];
    const stream = await listen(li.client);
    const begun = performance.now();
    let top = 0;
    for (let count = 0; count < 30; count += 1)
      top = (await addDwelling(wang, place.buildingIds[0])).outcomes[0]?.rev ?? 0;
    const moments = Math.ceil((performance.now() - begun) / quick.pace.pokeEveryMs);
    await until(() => stream.pokes().at(-1)?.endsWith(`{"top":${top}}`) === true);
    expect(stream.pokes().length).toBeLessThanOrEqual(moments + 1);
    expect(stream.pokes().length).toBeLessThan(30);
  });

  it('is not gathered, packed or kept on its way', async () => {
    const { place, join, ask } = await setUp();
    const { client } = await join('王芳', place.gridIds[0]);
    const { response } = await listenTo(await ask(client, { 'accept-encoding': 'gzip, br' }));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
  });

  it('beats while nothing happens, and ends after its life', async () => {
    const { place, join, listen } = await setUp({ pace: { pokeEveryMs: 100, heartbeatMs: 30, lifeMs: 400 } });
    const stream = await listen((await join('王芳', place.gridIds[0])).client);
    await until(() => stream.isOver());
    expect(stream.text()).toMatch(/^(:\n\n){3,}$/);
  });

  it('is refused to nobody, to those outside and to a closed account', async () => {
    const { admin, place, join, ask, started } = await setUp();
    const worker = await join('王芳', place.gridIds[0]);
    const stranger = await join('钱丽', (await buildPlace(admin, '柳林社区')).gridIds[0]);
    expect((await ask(started.client())).status).toBe(401);
    expect((await ask(stranger.client)).status).toBe(404);
    await admin.request('POST', `/accounts/${worker.accountId}/disable`);
    expect((await ask(worker.client)).status).toBe(401);
  });
});

describe('the end of a stream', () => {
  it('comes with the sign-out of its session', async () => {
    const { place, join, listen } = await setUp();
    const { client } = await join('王芳', place.gridIds[0]);
    const stream = await listen(client);
    await client.request('DELETE', '/session');
    await until(() => stream.isOver());
    expect(stream.pokes()).toEqual([]);
  });

  it('comes within five seconds of disabling the account, whose queued work is still taken into held', async () => {
    const { admin, place, join, listen } = await setUp();
    const worker = await join('王芳', place.gridIds[0]);
    const stream = await listen(worker.client);
    const begun = performance.now();
    await admin.request('POST', `/accounts/${worker.accountId}/disable`);
    await until(() => stream.isOver());
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect((await addDwelling(worker, place.buildingIds[0])).outcomes).toMatchObject([
      { outcome: 'held', reason: 'accountDisabled' },
    ]);
  });

  it('comes with another posting, and the next stream hears nothing of the grid that was left', async () => {
    const { admin, place, join, listen } = await setUp();
    const [wang, li] = [await join('王芳', place.gridIds[0]), await join('李明', place.gridIds[0])];
    const before = await listen(li.client);
    await admin.request('PUT', `/accounts/${li.accountId}/postings`, {
      postings: [{ unitId: place.gridIds[1], role: 'gridWorker' }],
    });
    await until(() => before.isOver());
    const after = await listen(li.client);
    await addDwelling(wang, place.buildingIds[0]);
    await pass(300);
    expect([before.pokes(), after.pokes()]).toEqual([[], []]);
  });

  it('comes at the next change when a posting has run out meanwhile, before anything is said', async () => {
    const { admin, place, started, join, listen } = await setUp();
    const [wang, li] = [await join('王芳', place.gridIds[0]), await join('李明', place.gridIds[0])];
    await admin.request('PUT', `/accounts/${li.accountId}/postings`, {
      postings: [{ unitId: place.gridIds[0], role: 'gridWorker', toOn: '2026-11-20' }],
    });
    const stream = await listen(li.client);
    started.clock.now += 86_400_000;
    await addDwelling(wang, place.buildingIds[0]);
    await until(() => stream.isOver());
    expect(stream.text()).toBe(':\n\n');
  });

  it('comes at once when the server stops', async () => {
    const { place, join, app, stopping } = await setUp();
    const server = await startTestServer(app);
    const { client } = await join('王芳', place.gridIds[0]);
    const stream = await listenTo(
      await fetch(`${server.origin}/api/v1/sync/events?community=${place.communityId}`, {
        headers: { cookie: client.cookie() },
      }),
    );
    expect(stream.text()).toBe(':\n\n');
    const begun = performance.now();
    stopping.abort();
    await server.stop();
    expect(performance.now() - begun).toBeLessThan(2_000);
    await until(() => stream.isOver());
  });

  it('is no beginning of another one: a server that stops opens none', async () => {
    const { place, join, ask, stopping } = await setUp();
    const { client } = await join('王芳', place.gridIds[0]);
    stopping.abort();
    const answer = await ask(client);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  });
});

describe('many streams', () => {
  it('closes an account’s oldest one for a further one', async () => {
    const { place, join, listen } = await setUp();
    const { client } = await join('王芳', place.gridIds[0]);
    const streams = [await listen(client), await listen(client), await listen(client)];
    await until(() => streams[0]?.isOver() === true);
    expect(streams.map((stream) => stream.isOver())).toEqual([true, false, false]);
  });

  it('tells the next one to come later when there are as many as the server carries, and takes it when one has gone', async () => {
    const { place, join, listen, ask } = await setUp({ limits: { perAccount: 4, inAll: 2 } });
    const [wang, li] = [await join('王芳', place.gridIds[0]), await join('李明', place.gridIds[0])];
    const first = await listen(wang.client);
    await listen(wang.client);
    const refused = await ask(li.client);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    await first.close();
    await until(() => first.isOver());
    await pass(20);
    expect((await listen(li.client)).response.status).toBe(200);
  });

  it('end for those who read nothing, and cost them one note and no more', async () => {
    const { place, join, ask, admin } = await setUp();
    const [wang, li] = [await join('王芳', place.gridIds[0]), await join('李明', place.gridIds[0])];
    const response = await ask(li.client);
    for (let count = 0; count < 20; count += 1) await addDwelling(wang, place.buildingIds[0]);
    await admin.request('POST', `/accounts/${li.accountId}/disable`);
    const unread = await new Response(response.body).text();
    expect(unread.length).toBeLessThan(100);
  });
});
