import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshDirectory } from '../../apps/api/src/testing/fresh-directory.ts';
import { signInFirstOperator, startTestApp, testPassword } from '../../apps/api/src/testing/test-app.ts';
import { setUpRoles } from './roles.ts';

const webFolder = (): string => {
  const folder = freshDirectory();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>连心</title>');
  writeFileSync(join(folder, 'assets', 'main-Ab3dEf9h.js'), 'export {};');
  writeFileSync(join(folder, 'sw.js'), '');
  return folder;
};

describe('secrets', () => {
  it('are in no body, no address and no log', async () => {
    const { started, clients, home } = await setUpRoles();
    const tokens = Object.values(clients)
      .map((client) => client.cookie().split('=')[1] ?? '')
      .filter((token) => token !== '');
    expect(tokens.length).toBe(3);
    const bodies = await Promise.all(
      ['/session', '/accounts', '/units', '/audit'].map(async (path) =>
        (await clients.communityAdmin.request('GET', path)).text(),
      ),
    );
    await clients.communityAdmin.request(
      'GET',
      `/register?community=${home.communityId}&search=${encodeURIComponent('王建国')}`,
    );
    const seen = [...bodies, ...started.logged].join('\n');
    for (const token of tokens) expect(seen).not.toContain(token);
    expect(started.logged.length).toBeGreaterThan(10);
    const log = started.logged.join('\n');
    for (const personal of ['王芳', '王建国', testPassword, home.communityId, 'search'])
      expect(log).not.toContain(personal);
    expect(log).toContain('"route":"/api/v1/register"');
  });

  it('are stored only as hashes', async () => {
    const { started, clients } = await setUpRoles();
    const { sqlite } = started.core.reader;
    const dump = ['accounts', 'sessions', 'invitations', 'login_attempts']
      .map((table) => JSON.stringify(sqlite.prepare(`SELECT * FROM ${table}`).all()))
      .join('\n');
    for (const client of Object.values(clients))
      if (client.cookie() !== '') expect(dump).not.toContain(client.cookie().split('=')[1]);
    expect(dump).not.toContain(testPassword);
    expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('are carried by a cookie that scripts cannot read, and under HTTPS by a __Host- one', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const again = await client.request('POST', '/session', { loginName: '管理员', password: testPassword });
    expect(again.headers.get('set-cookie')).toMatch(
      /^lianxin=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = startTestApp({ address: { isTls: true, publicUrl: null } });
    const signedIn = await signInFirstOperator(secure);
    const answer = await signedIn.client.request('POST', '/session', { loginName: '管理员', password: testPassword });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-lianxin=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });
});

describe('answers', () => {
  it('carry a strict policy without any other origin, and are never cached when they hold data', async () => {
    const started = startTestApp({ webFolder: webFolder() });
    for (const path of [
      '/',
      '/invitation',
      '/assets/main-Ab3dEf9h.js',
      '/sw.js',
      '/api/v1/session',
      '/api/v1/nothing',
      '/healthz',
    ]) {
      const answer = await started.app.request(`http://127.0.0.1:8787${path}`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/https?:|\*|unsafe/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      if (path.startsWith('/api/')) expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('serve the page for its own paths, assets for ever and the page itself afresh', async () => {
    const started = startTestApp({ webFolder: webFolder() });
    const cachingOf = async (path: string) =>
      (await started.app.request(`http://127.0.0.1:8787${path}`)).headers.get('cache-control');
    expect(await cachingOf('/assets/main-Ab3dEf9h.js')).toContain('immutable');
    expect(await cachingOf('/')).toBe('no-cache');
    expect(await cachingOf('/sw.js')).toBe('no-cache');
    expect(await (await started.app.request('http://127.0.0.1:8787/help')).text()).toContain('连心');
  });

  it('give nothing outside the built page', async () => {
    const started = startTestApp({ webFolder: webFolder() });
    for (const path of [
      '/../../etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%5c..%5cetc%5cpasswd',
      '//etc/passwd',
      '/assets/%00',
      `/${'a'.repeat(4_000)}.js`,
    ]) {
      const answer = await started.app.request(`http://127.0.0.1:8787${path}`);
      expect([200, 400, 404]).toContain(answer.status);
      expect(await answer.text()).not.toContain('root:');
    }
  });
});
