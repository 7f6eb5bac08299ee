import { accountAnswerSchema, accountsAnswerSchema } from '@lianxin/protocol';
import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite, signInFirstOperator, startTestApp } from '../../testing/test-app.ts';
import { buildPlace } from '../../testing/test-place.ts';

const dayMs = 86_400_000;

const setUp = async () => {
  const started = startTestApp();
  const { client } = await signInFirstOperator(started);
  const place = await buildPlace(client);
  const duty = { unitId: place.gridIds[0], role: 'gridWorker' };
  const { invitation } = await invite(client, '王芳', [duty]);
  const worker = await acceptInvitation(started, { code: invitation.code, loginName: '王芳' });
  const { accounts } = accountsAnswerSchema.parse(await (await client.request('GET', '/accounts')).json());
  const id = accounts.find(({ name }) => name === '王芳')?.id ?? '';
  const change = async (postings: readonly unknown[]) => {
    const answer = await client.request('PUT', `/accounts/${id}/postings`, { postings });
    expect(answer.status).toBe(200);
    return accountAnswerSchema.parse(await answer.json()).account.postings;
  };
  const dutiesNow = async (): Promise<number> => {
    const session = JSON.parse(await (await worker.client.request('GET', '/session')).text());
    return session.postings.length;
  };
  const dayIn = (days: number): string => new Date(started.clock.now + days * dayMs).toISOString().slice(0, 10);
  return { started, client, id, duty, change, dutiesNow, dayIn };
};

describe('the duties of an account', () => {
  it('end now when they are left out, and begin again when they are given again', async () => {
    const { duty, change, dutiesNow } = await setUp();
    expect(await change([])).toMatchObject([{ isCurrent: false }]);
    expect(await dutiesNow()).toBe(0);
    expect((await change([duty])).map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
  });

  it('end with the day that is chosen, and not before', async () => {
    const { started, duty, change, dutiesNow, dayIn } = await setUp();
    const last = dayIn(3);
    expect(await change([{ ...duty, toOn: last }])).toMatchObject([{ toOn: last, isCurrent: true }]);
    expect(await change([duty])).toMatchObject([{ toOn: last }]);
    started.clock.now += 3 * dayMs;
    expect(await dutiesNow()).toBe(1);
    started.clock.now += dayMs;
    expect(await dutiesNow()).toBe(0);
  });

  it('lose their last day again, and never get one that is over', async () => {
    const { client, id, duty, change, dayIn } = await setUp();
    await change([{ ...duty, toOn: dayIn(3) }]);
    expect(await change([{ ...duty, toOn: null }])).toMatchObject([{ toOn: null }]);
    const past = await client.request('PUT', `/accounts/${id}/postings`, { postings: [{ ...duty, toOn: dayIn(-2) }] });
    expect(await past.json()).toMatchObject({ code: 'malformed' });
  });
});
