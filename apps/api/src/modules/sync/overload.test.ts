import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createApp } from '../../create-app.ts';
import { signInStarter, startDemoApp } from '../../testing/test-demo.ts';

/** Small limits, so that a test can make a crowd: five pushes, or two first pulls, may wait. */
const crowds = { push: { together: 5, waiting: 25 }, pull: { together: 1, waiting: 40 } };
const crowd = 60;
const visitsPerPush = 5;

/** Starts the demo with its grid worker signed in and a door of theirs; every call is under way before the first is answered. */
const setUp = async () => {
  const { started, townId } = await startDemoApp();
  const cookie = (await signInStarter(started, '王芳')).cookie();
  const app = createApp({ ...started.deps, crowds });
  const { sqlite } = started.core.reader;
  const dwellingId = sqlite
    .prepare<[string], string>(
      `SELECT d.id FROM dwellings d JOIN postings p ON d.buckets = 'grid:' || p.unit_id WHERE p.role = 'gridWorker' AND d.community_id = ?`,
    )
    .pluck()
    .get(townId);
  const countVisits = (): unknown => sqlite.prepare('SELECT count(*) FROM visits').pluck().get();
  const call = async (path: string, body: object): Promise<Response> =>
    app.request(`http://127.0.0.1/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ version: 1, schema: 1, communityId: townId, epoch: null, ...body }),
    });
  return { app, call, dwellingId, countVisits, now: started.clock.now };
};

const visits = (dwellingId: string | undefined, at: number) =>
  Array.from({ length: visitsPerPush }, (_, index) => ({
    id: v7(),
    n: index + 1,
    name: 'visit.log',
    version: 1,
    at,
    offsetMs: 0,
    args: { visit: { id: v7(), fields: { dwellingId, outcome: 'met', way: 'door' } }, needs: [] },
  }));

const statusesOf = (answers: readonly Response[]): readonly number[] =>
  [...new Set(answers.map(({ status }) => status))].sort();

const isSentAwayForAMoment = async (answer: Response): Promise<boolean> => {
  const seconds = Number(answer.headers.get('retry-after'));
  const { code } = z.parse(z.object({ code: z.string() }), await answer.json());
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 5 && code === 'busy';
};

describe('a flood', () => {
  it('of pushes is taken or sent away for a moment, and everything is there once after coming back', async () => {
    const { app, call, dwellingId, countVisits, now } = await setUp();
    const before = Number(countVisits());
    const pushes = Array.from({ length: crowd }, () => ({
      replicaId: v7(),
      mutations: visits(dwellingId, now),
      left: 0,
    }));
    const flood = Promise.all(pushes.map((push) => call('/sync/push', push)));
    expect((await app.request('/healthz')).status).toBe(200);
    const answers = await flood;
    expect(statusesOf(answers)).toEqual([200, 503]);
    const sentAway = answers.filter(({ status }) => status === 503);
    expect(await Promise.all(sentAway.map(isSentAwayForAMoment))).not.toContain(false);
    for (const [index, push] of pushes.entries())
      if (answers[index]?.status === 503) expect((await call('/sync/push', push)).status).toBe(200);
    expect(countVisits()).toBe(before + crowd * visitsPerPush);
  });

  it('of first pulls is answered or sent away for a moment, while a health check gets its answer', async () => {
    const { app, call } = await setUp();
    const pull = () => call('/sync/pull', { replicaId: v7(), have: {} });
    const flood = Promise.all(Array.from({ length: crowd }, pull));
    expect((await app.request('/healthz')).status).toBe(200);
    const answers = await flood;
    expect(statusesOf(answers)).toEqual([200, 503]);
    const sentAway = answers.filter(({ status }) => status === 503);
    expect(await Promise.all(sentAway.map(isSentAwayForAMoment))).not.toContain(false);
    expect((await pull()).status).toBe(200);
  });
});
