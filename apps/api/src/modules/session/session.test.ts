import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite, signInFirstOperator, startTestApp, testPassword } from '../../testing/test-app.ts';
import { buildPlace } from '../../testing/test-place.ts';

describe('signing in', () => {
  it('lets the first administrator in by invitation and afterwards by name and password', async () => {
    const started = startTestApp();
    const { session } = await signInFirstOperator(started);
    expect(session.postings[0]?.role).toBe('operator');
    const again = started.client();
    const answer = await again.request('POST', '/session', { loginName: ' 管理员 ', password: testPassword });
    expect(answer.status).toBe(200);
    expect((await again.request('GET', '/session')).status).toBe(200);
  });

  it('consumes nothing when an invitation is only looked at', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const { invitation } = await invite(client, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
    const token = invitation.link.split('#')[1] ?? '';
    for (const key of [
      { token },
      { code: invitation.code.toLowerCase() },
      { code: `${invitation.code.slice(0, 4)}-${invitation.code.slice(4)}` },
    ]) {
      const looked = await started.client().request('POST', '/invitations/look', key);
      expect(await looked.json()).toMatchObject({
        name: '王芳',
        postings: [{ role: 'gridWorker', unitName: '第一网格' }],
      });
    }
    await acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
    const used = await started.client().request('POST', '/invitations/look', { token });
    expect(await used.json()).toMatchObject({ code: 'invitationUsedOrExpired' });
  });

  it('answers an unknown name like a wrong password', async () => {
    const started = startTestApp();
    await signInFirstOperator(started);
    const wrong = await started.client().request('POST', '/session', { loginName: '管理员', password: '不是这个密码' });
    const unknown = await started
      .client()
      .request('POST', '/session', { loginName: '没有这个人', password: '不是这个密码' });
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
  });

  it('makes guessing slow and survives that the server is asked again', async () => {
    const started = startTestApp();
    await signInFirstOperator(started);
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      statuses.push(
        (await started.client().request('POST', '/session', { loginName: '管理员', password: `猜${guess}` })).status,
      );
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    started.clock.now += 10_000;
    expect(
      (await started.client().request('POST', '/session', { loginName: '管理员', password: testPassword })).status,
    ).toBe(200);
  });

  it('refuses easy passwords and taken names', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const { invitation } = await invite(client, '王芳', [{ unitId: place.communityId, role: 'volunteer' }]);
    const accept = (loginName: string, password: string) =>
      started
        .client()
        .request('POST', '/invitations/accept', { invitation: { code: invitation.code }, loginName, password });
    for (const password of ['12345678', 'aaaaaaaa', '87654321', 'password', '短']) {
      expect(await (await accept('王芳', password)).json()).toMatchObject({ code: 'weakPassword' });
    }
    expect(await (await accept('管 理员', testPassword)).json()).toMatchObject({ code: 'nameTaken' });
  });

  it('asks every phone of a disabled account to forget everything', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const { invitation, account } = await invite(client, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
    const worker = await acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
    expect((await client.request('POST', `/accounts/${account.id}/disable`)).status).toBe(200);
    expect(await (await worker.client.request('GET', '/session')).json()).toMatchObject({ code: 'wipe' });
    expect(
      (await started.client().request('POST', '/session', { loginName: '王芳', password: testPassword })).status,
    ).toBe(401);
  });

  it('tells a worker who they are also while the disk is full and their badge has no code yet', async () => {
    const started = startTestApp();
    const { client } = await signInFirstOperator(started);
    const place = await buildPlace(client);
    const { invitation } = await invite(client, '王芳', [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
    const worker = await acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
    const { sqlite } = started.core.writer;
    sqlite.exec('UPDATE accounts SET public_token = NULL');
    // SQLite finds the disk full at just this write.
    sqlite.function('find_disk_full', () => {
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    });
    sqlite.exec(
      'CREATE TEMP TRIGGER full BEFORE UPDATE OF public_token ON main.accounts BEGIN SELECT find_disk_full(); END',
    );
    const answer = await worker.client.request('GET', '/session');
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('publicToken');
    sqlite.exec('DROP TRIGGER full');
    expect(await (await worker.client.request('GET', '/session')).json()).toHaveProperty('publicToken');
  });

  it('offers no sign-in off the own machine without HTTPS', async () => {
    const started = startTestApp();
    const answer = await started
      .client()
      .request('POST', '/session', { loginName: '某人', password: testPassword }, { host: '192.168.1.20:8787' });
    expect(await answer.json()).toMatchObject({ code: 'insecureAddress' });
    const behindProxy = startTestApp({ address: { isTls: false, publicUrl: new URL('https://lianxin.example') } });
    const allowed = await behindProxy
      .client()
      .request('POST', '/session', { loginName: '某人', password: testPassword }, { host: 'lianxin.example' });
    expect(await allowed.json()).toMatchObject({ code: 'wrongNameOrPassword' });
  });
});
