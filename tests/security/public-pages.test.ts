import { noticeAnswerSchema, sessionAnswerSchema, workerCardSchema } from '@lianxin/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation, invite, type TestClient } from '../../apps/api/src/testing/test-app.ts';
import { type Roles, setUpRoles } from './roles.ts';

let roles: Roles;
let token: string;

const card = async (client: TestClient, of: string) => client.request('GET', `/workers/${of}`);
const notice = async (client: TestClient, unitId: string) =>
  client.request('GET', `/units/${unitId}/notice?community=${roles.home.communityId}`);

beforeAll(async () => {
  roles = await setUpRoles();
  const { operator, home, clients } = roles;
  await operator.request('PATCH', `/units/${home.communityId}`, { supervisionPhone: '0379-1234567', duty: '常来看看' });
  const session = sessionAnswerSchema.parse(await (await clients.gridWorker.request('GET', '/session')).json());
  token = session.publicToken ?? '';
});

describe('the public page of a worker', () => {
  it('tells anybody the name on the badge, the grid, the unit and whom to call, and nothing else', async () => {
    const answer = await card(roles.clients.nobody, token);
    expect(await answer.json()).toEqual({
      name: '王芳',
      duties: [{ gridName: '第一网格', unitName: '青禾路社区' }],
      supervisionPhone: '0379-1234567',
    });
  });

  it('is given to those who work a grid, once and for good', async () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const again = sessionAnswerSchema.parse(await (await roles.clients.gridWorker.request('GET', '/session')).json());
    expect(again.publicToken).toBe(token);
    for (const client of [roles.clients.volunteer, roles.clients.communityAdmin, roles.operator])
      expect(JSON.parse(await (await client.request('GET', '/session')).text())).not.toHaveProperty('publicToken');
  });

  it.each(['', 'x', 'A'.repeat(22), '../session', '%00', "' OR 1=1--"])('is nobody’s under %j', async (wrong) => {
    expect((await card(roles.clients.nobody, encodeURIComponent(wrong))).status).toBe(404);
  });

  it('is nobody’s any more when the duty has ended or the account is disabled, in the same words as an unknown one', async () => {
    const { operator, home, clients } = roles;
    const { accounts } = JSON.parse(await (await operator.request('GET', '/accounts')).text());
    const { id } = accounts.find(({ name }: { name: string }) => name === '王芳');
    await operator.request('PUT', `/accounts/${id}/postings`, { postings: [] });
    const unknown = await card(clients.nobody, 'A'.repeat(22));
    const told = [unknown.status, await unknown.text()];
    const left = await card(clients.nobody, token);
    expect([left.status, await left.text()]).toEqual(told);
    await operator.request('PUT', `/accounts/${id}/postings`, {
      postings: [{ unitId: home.gridIds[0], role: 'gridWorker' }],
    });
    expect(workerCardSchema.parse(await (await card(clients.nobody, token)).json()).duties).toHaveLength(1);
    const { invitation, account } = await invite(operator, '赵一', [{ unitId: home.gridIds[0], role: 'gridWorker' }]);
    const { session } = await acceptInvitation(roles.started, { code: invitation.code, loginName: '赵一' });
    expect((await card(clients.nobody, session.publicToken ?? '')).status).toBe(200);
    await operator.request('POST', `/accounts/${account.id}/disable`);
    const disabled = await card(clients.nobody, session.publicToken ?? '');
    expect([disabled.status, await disabled.text()]).toEqual(told);
  });

  it('cannot be asked for without end from one address', async () => {
    const { clients, started } = roles;
    let last = 200;
    for (let times = 0; times < 200 && last !== 429; times += 1) last = (await card(clients.nobody, token)).status;
    expect(last).toBe(429);
    started.clock.now += 61_000;
    expect((await card(clients.nobody, token)).status).toBe(200);
  });
});

describe('the notice of a building', () => {
  it('tells who works there, with the token of their page, to the grid’s workers and the administrator', async () => {
    const { clients, home } = roles;
    for (const client of [clients.gridWorker, clients.communityAdmin]) {
      const answer = noticeAnswerSchema.parse(await (await notice(client, home.buildingIds[0])).json());
      expect(answer).toEqual({
        buildingName: '1号楼',
        estate: null,
        gridName: '第一网格',
        unitName: '青禾路社区',
        duty: '常来看看',
        supervisionPhone: '0379-1234567',
        workers: [{ name: '王芳', publicToken: token }],
      });
    }
  });

  it('is none of another grid’s, a volunteer’s or anybody’s business, and only buildings have one', async () => {
    const { clients, home } = roles;
    expect((await notice(clients.gridWorker, home.buildingIds[1])).status).toBe(404);
    expect((await notice(clients.volunteer, home.buildingIds[0])).status).toBe(404);
    expect((await notice(clients.nobody, home.buildingIds[0])).status).toBe(401);
    expect((await notice(clients.communityAdmin, home.gridIds[0])).status).toBe(404);
  });

  it('takes the grid’s own phone before the community’s', async () => {
    const { operator, clients, home } = roles;
    await operator.request('PATCH', `/units/${home.gridIds[0]}`, { supervisionPhone: '12345' });
    const answer = noticeAnswerSchema.parse(await (await notice(clients.gridWorker, home.buildingIds[0])).json());
    expect(answer.supervisionPhone).toBe('12345');
  });
});
