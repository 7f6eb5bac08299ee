import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { dayMs, type Json } from '@lianxin/domain';
import { fromSegment, type PullAnswer, pullAnswerSchema, type SegmentNote, segmentSchema } from '@lianxin/protocol';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createSpaceWriter } from '../../store/sqlite/space-writer.ts';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../testing/test-app.ts';
import { createTestPhone } from '../../testing/test-phone.ts';
import { buildPlace } from '../../testing/test-place.ts';

const oldVisits = 330;

/** A grid with ten homes that were visited again and again last year, and a second grid with nothing. */
const setUp = async () => {
  const started = startTestApp();
  const { client: admin } = await signInFirstOperator(started);
  const place = await buildPlace(admin);
  const { communityId, gridIds, buildingIds } = place;
  const join = async (name: string, ids: readonly string[]) => {
    const postings = ids.map((unitId) => ({ unitId, role: 'gridWorker' }));
    const { invitation } = await invite(admin, name, postings);
    const { client, session } = await acceptInvitation(started, { code: invitation.code, loginName: name });
    return { client, accountId: session.account.id };
  };
  const { client } = await join('王芳', [gridIds[0]]);
  const phone = createTestPhone(client, communityId, () => started.clock.now);
  const dwellings = Array.from({ length: 10 }, (_, at) => ({
    id: v7(),
    fields: { unitId: buildingIds[0], doorLabel: `10${at}`, verification: 'checked' },
  }));
  await phone.push(dwellings.map((dwelling) => phone.mutation('dwelling.add', { dwelling })));
  const visit = (at: number, fields: Record<string, Json> = {}) => ({
    id: v7(),
    fields: {
      ...{ dwellingId: dwellings[at % 10]?.id ?? '', outcome: at % 20 < 10 ? 'met' : 'noAnswer', way: 'door' },
      ...{ isLateEntry: true, visitedAt: started.clock.now - (400 - (at % 300)) * dayMs, note: `第${at}次` },
      ...fields,
    },
  });
  const log = async (visits: readonly ReturnType<typeof visit>[]) => {
    for (let from = 0; from < visits.length; from += 150) {
      const part = visits.slice(from, from + 150).map((one) => phone.mutation('visit.log', { visit: one, needs: [] }));
      const { outcomes } = await phone.push(part);
      expect(outcomes.every(({ outcome }) => outcome === 'applied')).toBe(true);
    }
  };
  const visits = Array.from({ length: oldVisits }, (_, at) => visit(at));
  await log(visits);
  return { started, admin, place, join, client, phone, visits, visit, log };
};

type Asked = { readonly have?: Record<string, number>; readonly segments?: Record<string, string[]> };

const pull = async (
  client: TestClient,
  communityId: string,
  { have = {}, segments }: Asked,
  epoch: string | null = null,
): Promise<PullAnswer> => {
  const request = { version: 1, schema: 1, communityId, epoch, replicaId: v7(), have, ...(segments && { segments }) };
  return pullAnswerSchema.parse(await (await client.request('POST', '/sync/pull', request)).json());
};

const notesOf = ({ buckets }: PullAnswer): readonly SegmentNote[] => buckets.flatMap(({ segments = [] }) => segments);
const visitsOf = ({ buckets }: PullAnswer): readonly string[] =>
  buckets.flatMap(({ rows }) => rows.filter(({ table }) => table === 'visit').map(({ id }) => id));
const haveOf = ({ buckets }: PullAnswer): Record<string, number> =>
  Object.fromEntries(buckets.map(({ bucket, to }) => [bucket, to]));

const fetchSegment = (client: TestClient, communityId: string, hash: string, encoding = 'br') =>
  client.request('GET', `/sync/segments/${hash}?community=${communityId}`, undefined, { 'accept-encoding': encoding });

/** Lets a visit lie in another grid, as when its household moves. */
const moveVisit = (
  { core }: TestApp,
  { communityId, id, bucket }: { readonly communityId: string; readonly id: string; readonly bucket: string },
): Promise<void> =>
  core.queue.run(() => {
    const spaces = createSpaceWriter(core);
    const rev = spaces.nextRev(communityId);
    const row = core.writer.rows.read(communityId, 'visit', id);
    if (row === undefined) throw new Error('there is no such visit');
    spaces.write(communityId, [{ ...row, rev, buckets: [bucket] }]);
  });

describe('segments of older visits', () => {
  it('hold together with the pages exactly what an older phone is sent row by row', async () => {
    const { client, place, visits } = await setUp();
    const older = await pull(client, place.communityId, {});
    const page = await pull(client, place.communityId, { segments: {} });
    const notes = notesOf(page);
    expect([notesOf(older), visitsOf(older).length]).toEqual([[], oldVisits]);
    expect(notes.length).toBe(1);
    // The newest time that somebody was met at each home, and the newest time nobody was, come at once.
    expect(visitsOf(page).length).toBe(20);
    const answer = await fetchSegment(client, place.communityId, notes[0]?.hash ?? '');
    const json = brotliDecompressSync(Buffer.from(await answer.arrayBuffer()));
    expect(createHash('sha256').update(json).digest('hex')).toBe(notes[0]?.hash);
    const rows = fromSegment(segmentSchema.parse(JSON.parse(json.toString())));
    const byId = new Map(older.buckets.flatMap((bucket) => bucket.rows).map((row) => [row.id, row]));
    for (const row of rows) expect(row).toEqual(byId.get(row.id));
    expect([...rows.map(({ id }) => id), ...visitsOf(page)].sort()).toEqual(visits.map(({ id }) => id).sort());
    expect(page.buckets.map(({ digest }) => digest).sort()).toEqual(older.buckets.map(({ digest }) => digest).sort());
  });

  it('are read by whoever is granted their bucket now and by nobody else, and stay in no cache', async () => {
    const { started, admin, client, place, join } = await setUp();
    const { communityId, gridIds } = place;
    const [note] = notesOf(await pull(client, communityId, { segments: {} }));
    const hash = note?.hash ?? '';
    const other = await join('李明', [gridIds[1]]);
    const own = await fetchSegment(client, communityId, hash);
    expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await fetchSegment(other.client, communityId, hash)).status).toBe(404);
    expect((await fetchSegment(client, gridIds[0], hash)).status).toBe(404);
    expect((await fetchSegment(client, communityId, '0'.repeat(64))).status).toBe(404);
    expect((await fetchSegment(client, communityId, 'nothing')).status).toBe(404);
    expect((await fetchSegment(started.client(), communityId, hash)).status).toBe(401);
    const postings = [{ unitId: gridIds[0], role: 'gridWorker' }];
    await admin.request('PUT', `/accounts/${other.accountId}/postings`, { postings });
    expect((await fetchSegment(other.client, communityId, hash)).status).toBe(200);
  });

  it('come unpacked to whoever does not understand how they are packed', async () => {
    const { client, place } = await setUp();
    const [note] = notesOf(await pull(client, place.communityId, { segments: {} }));
    const answer = await fetchSegment(client, place.communityId, note?.hash ?? '', 'identity');
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(
      createHash('sha256')
        .update(await answer.text())
        .digest('hex'),
    ).toBe(note?.hash);
  });

  it('are given up when one of their rows is written again, and who waits for them begins that bucket again', async () => {
    const { started, client, place, phone, visits } = await setUp();
    const { communityId, gridIds } = place;
    const page = await pull(client, communityId, { segments: {} });
    const [note] = notesOf(page);
    const bucket = `grid:${gridIds[0]}`;
    const next = { have: haveOf(page), segments: { [bucket]: [note?.hash ?? ''] } };
    expect((await pull(client, communityId, next, page.epoch)).again).toBeUndefined();
    // Voiding is a row of its own and changes nothing that was cut.
    const voided = { id: v7(), fields: { ...visits[3]?.fields, voidOf: visits[3]?.id ?? '', reason: '记错了' } };
    await phone.push([phone.mutation('visit.log', { visit: voided, needs: [] })]);
    expect((await fetchSegment(client, communityId, note?.hash ?? '')).status).toBe(200);
    await moveVisit(started, { communityId, id: visits[3]?.id ?? '', bucket: `grid:${gridIds[1]}` });
    expect((await fetchSegment(client, communityId, note?.hash ?? '')).status).toBe(404);
    const told = await pull(client, communityId, next, page.epoch);
    expect([told.again, told.checkpoint]).toEqual([[bucket], false]);
    expect(told.buckets.some((one) => one.bucket === bucket)).toBe(false);
    const fresh = await pull(client, communityId, { segments: {} }, page.epoch);
    const [anew] = notesOf(fresh);
    const text = await (await fetchSegment(client, communityId, anew?.hash ?? '', 'identity')).text();
    expect(text).toContain(visits[4]?.id);
    expect(text).not.toContain(visits[3]?.id);
  });

  it('are cut anew of what lies outside them when that has become much', async () => {
    const { client, place, log, visit } = await setUp();
    const { communityId } = place;
    const first = notesOf(await pull(client, communityId, { segments: {} }));
    await log(Array.from({ length: 40 }, (_, at) => visit(at)));
    expect(notesOf(await pull(client, communityId, { segments: {} }))).toEqual(first);
    await log(Array.from({ length: 300 }, (_, at) => visit(at)));
    const second = notesOf(await pull(client, communityId, { segments: {} }));
    expect(second.length).toBe(2);
    expect(second).toEqual(expect.arrayContaining([...first]));
  });
});
