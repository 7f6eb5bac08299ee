import { gzipSync } from 'node:zlib';
import { maxPageRows, type PullAnswer, type WireRow } from '@lianxin/protocol';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { acceptInvitation, invite, signInFirstOperator, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { createTestPhone } from '../../testing/test-phone.ts';
import { buildPlace } from '../../testing/test-place.ts';

const rowsOf = (pages: readonly PullAnswer[]): readonly WireRow[] =>
  pages.flatMap((page) => page.buckets.flatMap((bucket) => bucket.rows));

const setUp = async (started: TestApp = startTestApp()) => {
  const admin = (await signInFirstOperator(started)).client;
  const place = await buildPlace(admin);
  const join = async (name: string, role: string, unitId: string) => {
    const invited = await invite(admin, name, [{ unitId, role }]);
    const { client } = await acceptInvitation(started, { code: invited.invitation.code, loginName: name });
    return {
      client,
      accountId: invited.account.id,
      phone: createTestPhone(client, place.communityId, () => started.clock.now),
    };
  };
  return { started, admin, place, join };
};

const newDwelling = (unitId: string, doorLabel: string) => ({
  id: v7(),
  fields: { unitId, doorLabel, verification: 'toCheck' },
});

describe('push and pull', () => {
  it('brings a new door from one phone of a grid to another, once', async () => {
    const { place, join } = await setUp();
    const wang = await join('王芳', 'gridWorker', place.gridIds[0]);
    const li = await join('李明', 'gridWorker', place.gridIds[0]);
    const dwelling = newDwelling(place.buildingIds[0], '𠮷101');
    const mutation = wang.phone.mutation('dwelling.add', { dwelling });
    const first = await wang.phone.push([mutation]);
    const again = await wang.phone.push([mutation]);
    expect(first.outcomes).toMatchObject([{ outcome: 'applied', reason: null }]);
    expect(again.outcomes).toEqual(first.outcomes);
    const rows = rowsOf(await li.phone.pullAll()).filter((row) => row.table === 'dwelling');
    expect(rows).toMatchObject([{ id: dwelling.id, op: 'put', fields: { doorLabel: '𠮷101' } }]);
    expect(rowsOf(await li.phone.pullAll())).toEqual([]);
  });

  it('gives units by bucket: the community and its grids to everybody, buildings to their grid', async () => {
    const { place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const volunteer = await join('陈晨', 'volunteer', place.communityId);
    const idsOf = async (phone: typeof worker.phone) =>
      rowsOf(await phone.pullAll())
        .map((row) => row.id)
        .sort();
    expect(await idsOf(worker.phone)).toEqual([place.communityId, ...place.gridIds, place.buildingIds[0]].sort());
    expect(await idsOf(volunteer.phone)).toEqual([place.communityId, ...place.gridIds].sort());
  });

  it('holds what lies outside the grid and refuses what the role may not do, keeping the payload', async () => {
    const { started, place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const volunteer = await join('陈晨', 'volunteer', place.communityId);
    const foreign = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[1], '201') });
    const spoiled = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '') });
    const good = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '301') });
    expect((await worker.phone.push([foreign, spoiled, good])).outcomes).toMatchObject([
      { outcome: 'held', reason: 'outOfScope' },
      { outcome: 'refused', reason: 'invalid', field: 'doorLabel' },
      { outcome: 'applied' },
    ]);
    const forbidden = volunteer.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '401') });
    expect((await volunteer.phone.push([forbidden])).outcomes).toMatchObject([
      { outcome: 'refused', reason: 'notAllowed' },
    ]);
    const kept = started.core.writer.sqlite
      .prepare('SELECT count(*) FROM mutations WHERE outcome IN (?, ?) AND length(args) > 20')
      .pluck();
    expect(kept.get('held', 'refused')).toBe(3);
  });

  it('stops at a gap and at a number that was used before', async () => {
    const { place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const one = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '101') });
    worker.phone.mutation('skipped', null);
    const three = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '103') });
    expect(await worker.phone.push([one, three])).toMatchObject({ outcomes: [{ n: 1 }], stop: 'gap' });
    expect(await worker.phone.push([{ ...three, n: 1 }])).toMatchObject({ outcomes: [], stop: 'fork' });
    const renumbered = await worker.phone.push(
      [
        { ...one, n: 1 },
        { ...three, n: 2 },
      ],
      { replicaId: v7() },
    );
    expect(renumbered).toMatchObject({
      outcomes: [
        { n: 1, outcome: 'applied' },
        { n: 2, outcome: 'applied' },
      ],
      stop: null,
    });
  });

  it('asks a phone of another epoch to pull first', async () => {
    const { place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const mutation = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '101') });
    expect(await worker.phone.push([mutation], { epoch: v7() })).toMatchObject({ outcomes: [], stop: 'epoch' });
  });

  it('keeps the losing value of two edits that did not know of each other', async () => {
    const { started, place, join } = await setUp();
    const wang = await join('王芳', 'gridWorker', place.gridIds[0]);
    const li = await join('李明', 'gridWorker', place.gridIds[0]);
    const dwelling = newDwelling(place.buildingIds[0], '101');
    const added = await wang.phone.push([wang.phone.mutation('dwelling.add', { dwelling })]);
    const seen = added.outcomes[0]?.rev ?? 0;
    const edit = (to: string) => ({
      table: 'dwelling',
      id: dwelling.id,
      edits: [{ field: 'note', to, on: null, seen }],
    });
    started.clock.now += 60_000;
    const early = li.phone.mutation('record.edit', edit('狗凶'));
    started.clock.now += 60_000;
    expect((await wang.phone.push([wang.phone.mutation('record.edit', edit('白天没人'))])).outcomes).toMatchObject([
      { outcome: 'applied' },
    ]);
    expect((await li.phone.push([early])).outcomes).toMatchObject([{ outcome: 'merged' }]);
    const rows = rowsOf(await wang.phone.pullAll());
    expect(rows.find((row) => row.id === dwelling.id)?.fields).toMatchObject({ note: '白天没人' });
    expect(rows.filter((row) => row.table === 'conflict')).toMatchObject([
      { fields: { field: 'note', lostValue: '狗凶', lostByName: '李明' } },
    ]);
  });

  it('makes a phone forget a grid its worker has left, and still takes in the visits made before', async () => {
    const { started, admin, place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const dwelling = newDwelling(place.buildingIds[0], '101');
    await worker.phone.push([worker.phone.mutation('dwelling.add', { dwelling })]);
    await worker.phone.pullAll();
    const visit = () => ({
      visit: { id: v7(), fields: { dwellingId: dwelling.id, outcome: 'met', way: 'door' } },
      needs: [],
    });
    const before = worker.phone.mutation('visit.log', visit());
    const edit = { table: 'dwelling', id: dwelling.id, edits: [{ field: 'note', to: '狗凶', on: null, seen: 99 }] };
    const editBefore = worker.phone.mutation('record.edit', edit);
    started.clock.now += 60_000;
    expect((await admin.request('PUT', `/accounts/${worker.accountId}/postings`, { postings: [] })).status).toBe(200);
    started.clock.now += 60_000;
    const after = worker.phone.mutation('visit.log', visit());
    expect((await worker.phone.push([before, editBefore, after])).outcomes).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'held', reason: 'outOfScope' },
      { outcome: 'held', reason: 'outOfScope' },
    ]);
    const [page] = await worker.phone.pullAll();
    expect([...(page?.drop ?? [])].sort()).toEqual([
      `community:${place.communityId}`,
      `grid:${place.gridIds[0]}`,
      `user:${worker.accountId}`,
    ]);
    expect(page?.buckets).toEqual([]);
  });

  it('takes the outbox of a disabled account into held and gives nothing out', async () => {
    const { admin, place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const mutation = worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], '101') });
    await admin.request('POST', `/accounts/${worker.accountId}/disable`);
    expect((await worker.phone.push([mutation])).outcomes).toMatchObject([
      { outcome: 'held', reason: 'accountDisabled' },
    ]);
    await expect(worker.phone.pullAll()).rejects.toThrow(/wipe/);
  });

  it('cuts a large community into pages that never split a rev', async () => {
    const { place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const labels = Array.from({ length: 4_400 }, (_, at) => `${at}`);
    for (let at = 0; at < labels.length; at += 200) {
      const mutations = labels
        .slice(at, at + 200)
        .map((label) => worker.phone.mutation('dwelling.add', { dwelling: newDwelling(place.buildingIds[0], label) }));
      expect((await worker.phone.push(mutations)).stop).toBeNull();
    }
    const pages = await worker.phone.pullAll();
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.max(...pages.map((page) => rowsOf([page]).length))).toBeLessThanOrEqual(maxPageRows);
    expect(
      new Set(
        rowsOf(pages)
          .filter((row) => row.table === 'dwelling')
          .map((row) => row.id),
      ).size,
    ).toBe(4_400);
  });

  it('takes gzip bodies and answers in gzip', async () => {
    const { started, place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const body = { version: 1, schema: 1, communityId: place.communityId, epoch: null, replicaId: v7(), have: {} };
    const answer = await started.app.request('http://127.0.0.1:8787/api/v1/sync/pull', {
      method: 'POST',
      headers: {
        host: '127.0.0.1:8787',
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'accept-encoding': 'gzip',
        cookie: worker.client.cookie(),
      },
      body: gzipSync(JSON.stringify(body)),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });

  it('gives a claimed wish to its claimer alone', async () => {
    const { place, join } = await setUp();
    const worker = await join('王芳', 'gridWorker', place.gridIds[0]);
    const first = await join('陈晨', 'volunteer', place.communityId);
    const second = await join('孙悦', 'volunteer', place.communityId);
    const ids = { dwelling: v7(), household: v7(), need: v7(), wish: v7(), notice: v7() };
    const write = (name: string, args: Parameters<typeof worker.phone.mutation>[1]) =>
      worker.phone.mutation(name, args);
    const pushed = await worker.phone.push([
      write('dwelling.add', {
        dwelling: {
          id: ids.dwelling,
          fields: { unitId: place.buildingIds[0], doorLabel: '502', verification: 'checked' },
        },
      }),
      write('household.add', {
        household: {
          id: ids.household,
          fields: { dwellingId: ids.dwelling, phone: '19990001234', verification: 'checked' },
        },
      }),
      write('need.raise', {
        need: {
          id: ids.need,
          fields: { dwellingId: ids.dwelling, householdId: ids.household, kind: 'repair', detail: '水管漏水' },
        },
      }),
      write('wish.publish', {
        wish: {
          id: ids.wish,
          fields: { needId: ids.need, noticeId: ids.notice, agreementWay: 'spoken', agreementOn: '2026-11-19' },
        },
        notice: { id: ids.notice, fields: { what: '修水龙头', place: '石榴园小区一带', timeWindow: '周末' } },
      }),
    ]);
    expect(pushed.outcomes.map((outcome) => outcome.outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    const claim = (phone: typeof first.phone) => phone.push([phone.mutation('wish.claim', { noticeId: ids.notice })]);
    expect((await claim(first.phone)).outcomes).toMatchObject([{ outcome: 'applied' }]);
    expect((await claim(second.phone)).outcomes).toMatchObject([{ outcome: 'refused', reason: 'alreadyClaimed' }]);
    const cards = rowsOf(await first.phone.pullAll()).filter((row) => row.table === 'householdCard');
    expect(cards).toMatchObject([{ op: 'put', fields: { phone: '19990001234' } }]);
    expect(rowsOf(await second.phone.pullAll()).filter((row) => row.table === 'householdCard')).toEqual([]);
    await first.phone.push([first.phone.mutation('wish.release', { noticeId: ids.notice })]);
    expect(rowsOf(await first.phone.pullAll()).filter((row) => row.table === 'householdCard')).toMatchObject([
      { op: 'deleted', fields: null },
    ]);
  });
});
