import { sessionAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../apps/api/src/config.ts';
import { createApp } from '../../apps/api/src/create-app.ts';
import { signInFirstOperator, startTestApp, testPassword } from '../../apps/api/src/testing/test-app.ts';

const dayMs = 86_400_000;
const android = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36',
};

describe('a lease', () => {
  it('is told with every answer about the session, and renewed by it', async () => {
    const started = startTestApp();
    const { client, session } = await signInFirstOperator(started);
    expect(session).toMatchObject({ lease: { until: started.clock.now + 7 * dayMs, days: 7 }, lockAfterMinutes: 15 });
    started.clock.now += 3 * dayMs;
    const again = sessionAnswerSchema.parse(await (await client.request('GET', '/session')).json());
    expect(again.lease?.until).toBe(started.clock.now + 7 * dayMs);
    const row = started.core.reader.sqlite.prepare('SELECT lease_until FROM sessions').pluck().get();
    expect(row).toBe(again.lease?.until);
  });

  it('is as long as the deployment says', async () => {
    const started = startTestApp();
    await signInFirstOperator(started);
    const app = createApp({ ...started.deps, phones: { leaseDays: 2, lockAfterMinutes: 5 } });
    const answer = await app.request('http://127.0.0.1:8787/api/v1/session', {
      method: 'POST',
      headers: { host: '127.0.0.1:8787', 'content-type': 'application/json' },
      body: JSON.stringify({ loginName: '管理员', password: testPassword }),
    });
    expect(await answer.json()).toMatchObject({
      lease: { until: started.clock.now + 2 * dayMs, days: 2 },
      lockAfterMinutes: 5,
    });
  });

  it.each([
    ['LEASE_DAYS', ['0', '31', '1.5', 'week'], ['1', '30']],
    ['LOCK_AFTER_MINUTES', ['0', '121', ''], ['1', '120']],
  ])('refuses a %s outside its bounds', (name, wrong, right) => {
    for (const value of wrong) {
      const config = readConfig({ [name]: value }, [], '/tmp');
      expect([value, config.ok ? '' : config.error]).toEqual([value, expect.stringContaining(name)]);
    }
    for (const value of right) expect(readConfig({ [name]: value }, [], '/tmp').ok).toBe(true);
  });

  it('knows the browser again by a few words', async () => {
    const started = startTestApp();
    await signInFirstOperator(started);
    const phone = started.client();
    await phone.request('POST', '/session', { loginName: '管理员', password: testPassword }, android);
    const labels = started.core.reader.sqlite.prepare('SELECT label FROM sessions ORDER BY created_at, label').pluck();
    expect(labels.all()).toEqual(['', 'Android · Chrome']);
  });

  it('ends with a sign-out, whose row stays for the list of devices', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const cookie = { cookie: client.cookie() };
    await client.request('DELETE', '/session');
    expect((await started.client().request('GET', '/session', undefined, cookie)).status).toBe(401);
    expect(started.core.reader.sqlite.prepare('SELECT ended_at FROM sessions').pluck().get()).toBe(started.clock.now);
  });

  it('leaves no trace of a browser half a year after its end, except of one that was asked to forget everything', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const signIn = () => started.client().request('POST', '/session', { loginName: '管理员', password: testPassword });
    await signIn();
    await client.request('DELETE', '/session');
    const { sqlite } = started.core.writer;
    sqlite.prepare('UPDATE sessions SET wipe_asked_at = 1 WHERE ended_at IS NULL').run();
    started.clock.now += 179 * dayMs;
    await signIn();
    expect(sqlite.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(3);
    started.clock.now += 100 * dayMs;
    await signIn();
    expect(sqlite.prepare('SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL').pluck().get()).toBe(0);
    expect(sqlite.prepare('SELECT count(*) FROM sessions WHERE wipe_asked_at IS NOT NULL').pluck().get()).toBe(1);
  });
});
