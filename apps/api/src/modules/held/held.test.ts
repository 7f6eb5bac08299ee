import { type HeldAnswer, heldAnswerSchema, overviewAnswerSchema } from '@lianxin/protocol';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite, signInFirstOperator, startTestApp } from '../../testing/test-app.ts';
import { createTestPhone } from '../../testing/test-phone.ts';
import { buildPlace } from '../../testing/test-place.ts';

const setUp = async () => {
  const started = startTestApp();
  const admin = (await signInFirstOperator(started)).client;
  const place = await buildPlace(admin);
  const join = async (name: string, role: string, unitId: string) => {
    const invited = await invite(admin, name, [{ unitId, role }]);
    const { client } = await acceptInvitation(started, { code: invited.invitation.code, loginName: name });
    const phone = createTestPhone(client, place.communityId, () => started.clock.now);
    return { client, phone, accountId: invited.account.id };
  };
  const held = async (): Promise<HeldAnswer> =>
    heldAnswerSchema.parse(await (await admin.request('GET', `/held?community=${place.communityId}`)).json());
  const [grid, otherGrid] = place.gridIds;
  const worker = await join('王芳', 'gridWorker', grid);
  const successor = await join('李明', 'gridWorker', grid);
  const dwelling = { id: v7(), fields: { unitId: place.buildingIds[0], doorLabel: '101', verification: 'toCheck' } };
  await worker.phone.push([worker.phone.mutation('dwelling.add', { dwelling })]);
  const moveAway = async (): Promise<void> => {
    started.clock.now += 60_000;
    const postings = [{ unitId: otherGrid, role: 'gridWorker' }];
    await admin.request('PUT', `/accounts/${worker.accountId}/postings`, { postings });
    started.clock.now += 60_000;
  };
  const editDoor = () =>
    worker.phone.mutation('record.edit', {
      table: 'dwelling',
      id: dwelling.id,
      edits: [{ field: 'note', to: '门铃坏了', on: null, seen: 1_000 }],
    });
  return { started, admin, place, join, held, worker, successor, dwelling, moveAway, editDoor };
};

const rowsOf = (pages: Awaited<ReturnType<ReturnType<typeof createTestPhone>['pullAll']>>) =>
  pages.flatMap((page) => page.buckets.flatMap((bucket) => bucket.rows));

describe('held work', () => {
  it('of a worker who was sent elsewhere reaches the new worker, who takes it', async () => {
    const { worker, successor, moveAway, editDoor, held, dwelling } = await setUp();
    const visit = worker.phone.mutation('visit.log', {
      visit: { id: v7(), fields: { dwellingId: dwelling.id, outcome: 'met', way: 'door' } },
      needs: [],
    });
    const edit = editDoor();
    await moveAway();
    expect((await worker.phone.push([visit, edit])).outcomes).toMatchObject([
      { outcome: 'applied', reason: 'handedOver' },
      { outcome: 'held', reason: 'outOfScope' },
    ]);
    const rows = rowsOf(await successor.phone.pullAll());
    expect(rows.find((row) => row.table === 'visit')?.fields).toMatchObject({ visitorName: '王芳' });
    expect(rows.find((row) => row.table === 'heldWork')).toMatchObject({
      id: edit.id,
      fields: { authorName: '王芳', state: 'open', reason: 'outOfScope' },
    });
    expect(await held()).toMatchObject({ total: 1, open: 1, unplaced: 0 });
    const decide = successor.phone.mutation('held.decide', { heldId: edit.id, state: 'taken' });
    expect((await successor.phone.push([decide])).outcomes).toMatchObject([{ outcome: 'applied' }]);
    const after = rowsOf(await successor.phone.pullAll());
    expect(after.find((row) => row.table === 'dwelling')?.fields).toMatchObject({ note: '门铃坏了' });
    expect(await held()).toMatchObject({
      total: 1,
      open: 0,
      entries: [{ name: 'record.edit', authorName: '王芳', state: 'taken', decidedByName: '李明' }],
    });
  });

  it('of a disabled account reaches the grid, and what is about no grid is counted at the desk', async () => {
    const { admin, place, worker, successor, editDoor, held } = await setUp();
    const edit = editDoor();
    const help = worker.phone.mutation('help.log', {
      help: { id: v7(), fields: { servedOn: '2026-03-02', kind: 'service', giverKind: 'person', giverName: '王芳' } },
    });
    await admin.request('POST', `/accounts/${worker.accountId}/disable`, {});
    const { outcomes } = await worker.phone.push([edit, help]);
    expect(outcomes.map(({ reason }) => reason)).toEqual(['accountDisabled', 'accountDisabled']);
    const shown = rowsOf(await successor.phone.pullAll()).filter((row) => row.table === 'heldWork');
    expect(shown.map((row) => row.id)).toEqual([edit.id]);
    const answer = await held();
    expect(answer).toMatchObject({ total: 2, open: 1, unplaced: 1 });
    expect(answer.entries.map(({ name, state, gridIds }) => ({ name, state, gridIds }))).toEqual([
      { name: 'help.log', state: 'unplaced', gridIds: [] },
      { name: 'record.edit', state: 'open', gridIds: [place.gridIds[0]] },
    ]);
    const overview = await (await admin.request('GET', `/overview?community=${place.communityId}`)).json();
    expect(overviewAnswerSchema.parse(overview).counts.held).toBe(2);
  });

  it('tells the desk no word of what was written', async () => {
    const { admin, place, worker, moveAway, editDoor } = await setUp();
    const edit = editDoor();
    await moveAway();
    await worker.phone.push([edit]);
    const text = await (await admin.request('GET', `/held?community=${place.communityId}`)).text();
    expect(text).toContain('王芳');
    expect(text).not.toContain('门铃坏了');
  });

  it('is listed for administrators alone', async () => {
    const { place, successor } = await setUp();
    expect((await successor.client.request('GET', `/held?community=${place.communityId}`)).status).toBe(403);
  });
});
