import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { maxPushBytes } from '@lianxin/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Roles, setUpRoles } from './roles.ts';

let roles: Roles;

const push = (mutations: readonly unknown[]) => ({
  version: 1,
  schema: 1,
  communityId: roles.home.communityId,
  epoch: null,
  replicaId: randomUUID(),
  mutations,
  left: 0,
});
const mutationOf = (name: string, args: unknown) => ({
  id: randomUUID(),
  n: 1,
  name,
  version: 1,
  at: 1_700_000_000_000,
  offsetMs: 0,
  args,
});

const sendRaw = async (
  body: string | Blob | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Promise<Response> =>
  roles.started.app.request('http://127.0.0.1:8787/api/v1/sync/push', {
    method: 'POST',
    headers: { host: '127.0.0.1:8787', cookie: roles.clients.gridWorker.cookie(), ...headers },
    body,
  });

const json = { 'content-type': 'application/json' };

describe('hostile requests', () => {
  beforeAll(async () => {
    roles = await setUpRoles();
  });

  it('refuses changes that another site asks for, and writes nothing', async () => {
    const before = roles.started.core.reader.sqlite.prepare('SELECT count(*) FROM mutations').pluck().get();
    const body = JSON.stringify(push([mutationOf('help.log', {})]));
    const tries: Readonly<Record<string, string>>[] = [
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { ...json, origin: 'https://evil.example' },
      { ...json, 'sec-fetch-site': 'cross-site' },
      { ...json, 'sec-fetch-site': 'same-site' },
      { ...json, origin: 'null' },
    ];
    for (const headers of tries) {
      const answer = await sendRaw(body, headers);
      expect([answer.status, JSON.parse(await answer.text()).code]).toEqual([403, 'foreignOrigin']);
    }
    const bare = await sendRaw(new Blob([body]), {});
    expect(bare.status).toBe(403);
    expect(roles.started.core.reader.sqlite.prepare('SELECT count(*) FROM mutations').pluck().get()).toBe(before);
    expect(
      (await sendRaw(body, { ...json, origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });

  it('answers malformed pushes with a clear problem and never with 500', async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '{"version":1}',
      deep,
      JSON.stringify({ ...push([]), extra: 1 }),
      JSON.stringify({ ...push([]), version: 2 }),
      JSON.stringify(push([{ id: 'x' }])),
      '\ud800',
    ];
    for (const body of bodies) {
      const answer = await sendRaw(body, json);
      expect([answer.status, JSON.parse(await answer.text()).code]).toEqual([400, 'malformed']);
    }
    const invalidUtf8 = await sendRaw(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), json);
    expect(invalidUtf8.status).toBe(400);
    const notGzip = await sendRaw('plain', { ...json, 'content-encoding': 'gzip' });
    expect(notGzip.status).toBe(400);
  });

  it('drops a body at the cap, also one that only inflates to it', async () => {
    const large = 'x'.repeat(maxPushBytes + 1);
    expect((await sendRaw(JSON.stringify({ large }), json)).status).toBe(413);
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32), { level: 9 });
    const before = process.memoryUsage().rss;
    const answer = await sendRaw(new Uint8Array(bomb), { ...json, 'content-encoding': 'gzip' });
    expect(answer.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    const many = push(Array.from({ length: 201 }, () => mutationOf('help.log', {})));
    expect((await sendRaw(JSON.stringify(many), json)).status).toBe(400);
  });

  it('stores no server-owned field that an author sends', async () => {
    const owned = [
      'identityNumberSealed',
      'identityNumberHash',
      'importKey',
      'purpose',
      'retainUntil',
      '__proto__',
      'constructor',
    ];
    for (const field of owned) {
      const fields = JSON.parse(`{"name":"王建国","verification":"checked","${field}":"hostile"}`);
      const args = { person: { id: randomUUID(), fields }, membership: { id: randomUUID(), fields: {} } };
      const answer = await sendRaw(JSON.stringify(push([mutationOf('member.add', args)])), json);
      const body = JSON.parse(await answer.text());
      expect(body.outcomes[0].outcome).toBe('refused');
    }
    expect(roles.started.core.reader.sqlite.prepare('SELECT count(*) FROM persons').pluck().get()).toBe(0);
    const account = await roles.clients.communityAdmin.request('POST', '/accounts', {
      name: '甲',
      postings: [{ unitId: roles.home.gridIds[0], role: 'gridWorker' }],
      state: 'active',
      passwordHash: 'x',
    });
    expect(account.status).toBe(400);
    const unit = await roles.clients.communityAdmin.request('PATCH', `/units/${roles.home.gridIds[0]}`, {
      parentId: roles.foreign.gridId,
    });
    expect(unit.status).toBe(400);
  });

  it('keeps a refused mutation with its payload, however strange, and goes on with the next', async () => {
    const name = '𠮷䶮'.repeat(5_000);
    const spoiled = mutationOf('dwelling.add', {
      dwelling: {
        id: randomUUID(),
        fields: { unitId: roles.home.buildingIds[0], doorLabel: name, verification: 'checked' },
      },
    });
    const good = {
      ...mutationOf('dwelling.add', {
        dwelling: {
          id: randomUUID(),
          fields: {
            unitId: roles.home.buildingIds[0],
            doorLabel: '<img src=x onerror=alert(1)>',
            verification: 'checked',
          },
        },
      }),
      n: 2,
    };
    const answer = JSON.parse(await (await sendRaw(JSON.stringify(push([spoiled, good])), json)).text());
    expect(answer.outcomes).toMatchObject([
      { outcome: 'refused', reason: 'invalid', field: 'doorLabel' },
      { outcome: 'applied' },
    ]);
    const kept = roles.started.core.reader.sqlite
      .prepare('SELECT args FROM mutations WHERE id = ?')
      .pluck()
      .get(spoiled.id);
    expect(String(kept)).toContain(name);
  });
});
