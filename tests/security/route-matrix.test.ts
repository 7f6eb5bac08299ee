import { type ApiRoute, apiRoutes } from '@lianxin/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import { listRoutes } from '../../apps/api/src/create-app.ts';
import type { TestClient } from '../../apps/api/src/testing/test-app.ts';
import { type NamedThings, namingRequests } from './foreign-ids.ts';
import { type Roles, setUpRoles } from './roles.ts';

const routeNames = Object.keys(apiRoutes).filter((name): name is ApiRoute => name in apiRoutes);
const roleNames = ['nobody', 'volunteer', 'gridWorker', 'communityAdmin'] as const;

let roles: Roles;

const call = async (
  client: TestClient,
  name: ApiRoute,
  ids: NamedThings,
): Promise<{ readonly status: number; readonly body: string }> => {
  const made = namingRequests[name]?.(ids);
  if (made === undefined) throw new Error(`${name} names nothing`);
  const answer = await client.request(apiRoutes[name].method, made.path, made.body);
  return { status: answer.status, body: await answer.text() };
};

describe('every role on every route with ids of another community', () => {
  beforeAll(async () => {
    roles = await setUpRoles();
  });

  it('knows every route that the application has', () => {
    const mounted = listRoutes(roles.started.deps).map((route) => route.name);
    expect([...mounted, 'getOpenApi'].sort()).toEqual([...routeNames].sort());
  });

  for (const name of routeNames.filter((route) => namingRequests[route] !== null)) {
    for (const role of roleNames) {
      it(`${role} learns nothing from ${name}`, async () => {
        const foreign = await call(roles.clients[role], name, roles.foreign);
        const unknown = await call(roles.clients[role], name, roles.unknown);
        expect(foreign).toEqual(unknown);
        expect([401, 403, 404]).toContain(foreign.status);
        const needsAdmin = listRoutes(roles.started.deps).find((route) => route.name === name)?.access === 'admin';
        const expected = role === 'nobody' ? 401 : needsAdmin && role !== 'communityAdmin' ? 403 : 404;
        expect(foreign.status).toBe(expected);
      });
    }
  }

  it('changes nothing of the other community by all these tries', () => {
    const { sqlite } = roles.started.core.reader;
    expect(sqlite.prepare("SELECT count(*) FROM units WHERE name IN ('9号楼', '改名')").pluck().get()).toBe(0);
    expect(
      sqlite.prepare("SELECT count(*) FROM accounts WHERE name = '某人' OR state = 'disabled'").pluck().get(),
    ).toBe(0);
    expect(sqlite.prepare("SELECT count(*) FROM audit WHERE action = 'ledger.exported'").pluck().get()).toBe(0);
  });

  it('shows an administrator the accounts, units and audit of their own community only', async () => {
    const texts = await Promise.all(
      ['/accounts', '/units', '/audit'].map(async (path) =>
        (await roles.clients.communityAdmin.request('GET', path)).text(),
      ),
    );
    for (const text of texts) for (const id of Object.values(roles.foreign)) expect(text).not.toContain(id);
    expect(texts[1]).toContain(roles.home.gridIds[0]);
  });

  it('lets nobody give a role that reaches further than their own', async () => {
    const { communityAdmin } = roles.clients;
    const tryPosting = async (posting: { readonly unitId: string; readonly role: string }): Promise<number> =>
      (await communityAdmin.request('POST', '/accounts', { name: '某人', postings: [posting] })).status;
    expect(await tryPosting({ unitId: 'deployment-space', role: 'operator' })).toBe(403);
    expect(await tryPosting({ unitId: roles.home.streetId, role: 'communityAdmin' })).toBe(404);
    const sees = await communityAdmin.request('POST', '/accounts', {
      name: '某人',
      canViewUnmasked: true,
      postings: [{ unitId: roles.home.communityId, role: 'communityAdmin' }],
    });
    expect(sees.status).toBe(403);
  });
});
