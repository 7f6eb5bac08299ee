import { randomUUID } from 'node:crypto';
import type { Mutation, PullAnswer, WireRow } from '@lianxin/protocol';
import { addRow, digestText, emptyDigest } from '@lianxin/sync/merge';
import { newNeed, newVisit } from '@lianxin/testkit';
import { expect, it } from 'vitest';
import { rowsOf, type SyncPeer, type UnderContract } from './sync-peer.ts';

const visits = (rows: readonly WireRow[]): readonly WireRow[] => rows.filter(({ table }) => table === 'visit');

const pause = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : new Promise((resolve) => setImmediate(() => resolve(pause(turns - 1))));

/** Describes what a reader sees who follows its cursors. */
export const describeFollowing = (contract: UnderContract): void => {
  const { peer, visit, store } = contract;

  it('shows a reader every row once and in order while sixteen write', async () => {
    const reader = await peer('worker_0000000000000000');
    await reader.pullRows();
    const writers = await Promise.all(Array.from({ length: 16 }, (_, at) => peer(`worker_00000000000001${at}`)));
    const { written, seen } = await followWriters(reader, writers, (writer, turn) =>
      Array.from({ length: 1 + ((turn * 7 + writer.replicaId.length) % 5) }, () => visit(writer)),
    );
    const revs = seen.map(({ rev }) => rev);
    expect(seen.map(({ id }) => id).sort()).toEqual([...written].sort());
    expect(revs).toEqual([...revs].sort((a, b) => a - b));
  });

  it('hides nothing of a large push from a reader when a small one overtakes it', async () => {
    const [reader, slow, fast] = [
      await peer('worker_0000000000000000'),
      await peer('worker_0000000000000001'),
      await peer('worker_0000000000000002'),
    ];
    await reader.pullRows();
    const large = Array.from({ length: 150 }, () => visit(slow));
    const pushes = [slow.push(large), fast.push([visit(fast)]), fast.push([visit(fast)])];
    const seen: WireRow[] = [];
    for (const push of [...pushes].reverse()) {
      await push;
      seen.push(...rowsOf(await reader.pullPage()));
    }
    seen.push(...(await reader.pullRows()));
    expect(new Set(visits(seen).map(({ id }) => id)).size).toBe(152);
    expect(visits(seen)).toHaveLength(152);
  });

  it('cuts pages between revs, and only the last is a checkpoint', async () => {
    const [author, reader] = [await peer('worker_0000000000000001'), await peer('worker_0000000000000002')];
    const dwellingId = store().place.grids[0].dwellingIds[0] ?? '';
    // Revs of two, three and four rows, on several pages: a cut falls into the middle of one unless it is avoided.
    const visitWithNeeds = (at: number): Mutation =>
      author.mutation('visit.log', {
        visit: newVisit(randomUUID(), { dwellingId }),
        needs: Array.from({ length: 1 + (at % 3) }, () => newNeed(randomUUID(), { dwellingId })),
      });
    const count = Math.ceil(Math.max(store().pageRows * 1.2, 300) / 3);
    const mutations = Array.from({ length: count }, (_, at) => visitWithNeeds(at));
    for (let sent = 0; sent < count; sent += 100) await author.push(mutations.slice(sent, sent + 100));
    const pages = await pullPages(reader);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(({ checkpoint }) => checkpoint)).toEqual(pages.map((_, at) => at === pages.length - 1));
    expect(splitRevs(pages)).toEqual([]);
    const needs = pages.flatMap(rowsOf).filter(({ table }) => table === 'need');
    const written = mutations.reduce((sum, _, at) => sum + 1 + (at % 3), 0);
    expect(new Set(needs.map(({ id }) => id)).size).toBe(written);
    expect(needs).toHaveLength(written);
  });

  it('tells at the end of a bucket the digest of the rows that lie in it', async () => {
    const [author, reader] = [await peer('worker_0000000000000001'), await peer('worker_0000000000000002')];
    await author.push([visit(author), visit(author)]);
    const pages = await pullPages(reader);
    const told = new Map<string, string | null>();
    const summed = new Map<string, typeof emptyDigest>();
    for (const { bucket, end, digest, rows } of pages.flatMap(({ buckets }) => buckets)) {
      expect(digest !== null).toBe(end);
      told.set(bucket, digest);
      for (const row of rows) summed.set(bucket, addRow(summed.get(bucket) ?? emptyDigest, row));
    }
    expect(summed.size).toBeGreaterThan(1);
    for (const [bucket, digest] of told) expect(digest).toBe(digestText(summed.get(bucket) ?? emptyDigest));
  });
};

/** Lets all write at once while one reads; both go on until every push is answered. */
const followWriters = async (
  reader: SyncPeer,
  writers: readonly SyncPeer[],
  batch: (writer: SyncPeer, turn: number) => readonly Mutation[],
): Promise<{ readonly written: readonly string[]; readonly seen: readonly WireRow[] }> => {
  const written: string[] = [];
  let isDone = false;
  const write = async (writer: SyncPeer, at: number): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) {
      await pause((turn * 3 + at) % 7);
      const mutations = batch(writer, turn + at);
      const { outcomes } = await writer.push(mutations);
      expect(outcomes.every(({ outcome }) => outcome === 'applied')).toBe(true);
      written.push(...mutations.map(({ args }) => JSON.parse(JSON.stringify(args)).visit.id));
    }
  };
  const seen: WireRow[] = [];
  const read = async (): Promise<void> => {
    while (!isDone) {
      seen.push(...visits(rowsOf(await reader.pullPage())));
      await pause(1);
    }
  };
  const reading = read();
  await Promise.all(writers.map(write));
  isDone = true;
  await reading;
  seen.push(...visits(await reader.pullRows()));
  return { written, seen };
};

const pullPages = async (reader: SyncPeer): Promise<readonly PullAnswer[]> => {
  const pages: PullAnswer[] = [];
  while (pages.at(-1)?.checkpoint !== true && pages.length < 1_000) pages.push(await reader.pullPage());
  return pages;
};

/** The revs of a bucket that lie on more than one page. */
const splitRevs = (pages: readonly PullAnswer[]): readonly string[] => {
  const pageOf = new Map<string, number>();
  return pages.flatMap((page, at) =>
    page.buckets.flatMap(({ bucket, rows }) =>
      rows.flatMap(({ rev }) => {
        const key = `${bucket} ${rev}`;
        const first = pageOf.get(key) ?? at;
        pageOf.set(key, first);
        return first === at ? [] : [key];
      }),
    ),
  );
};
