import { randomUUID } from 'node:crypto';
import { newHelp, newVisit } from '@lianxin/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPeer, kindsOf, type OpenedSyncStore, rowsOf, type UnderContract } from './sync-peer.ts';
import { describeFollowing } from './sync-store-following.ts';
import { describeStops } from './sync-store-stops.ts';

/** Describes what everything that carries pushes and pulls must do, whatever it keeps its rows in. */
export const describeSyncStore = (name: string, open: () => Promise<OpenedSyncStore>): void => {
  describe(`${name} as a sync store`, () => {
    let opened: OpenedSyncStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const contract: UnderContract = {
      store: () => opened,
      peer: async (userId, grid = 0) => {
        const { communityId, grids } = opened.place;
        return createPeer(await opened.connect(userId, grids[grid].gridId), communityId);
      },
      visit: (peer, note = '') => {
        const dwellingId = opened.place.grids[0].dwellingIds[0] ?? '';
        return peer.mutation('visit.log', { visit: newVisit(randomUUID(), { dwellingId, note }), needs: [] });
      },
    };
    describeOnce(contract);
    describeOutcomes(contract);
    describeStops(contract);
    describeFollowing(contract);
  });
};

const describeOnce = ({ peer, visit }: UnderContract): void => {
  it('changes nothing when operations are replayed', async () => {
    const [author, reader] = [await peer('worker_0000000000000001'), await peer('worker_0000000000000002')];
    const mutations = [visit(author), visit(author), author.mutation('help.log', { help: newHelp(randomUUID()) })];
    const first = await author.push(mutations);
    await reader.pullRows();
    const again = await author.push(mutations);
    expect(kindsOf(first.outcomes)).toEqual(['applied', 'applied', 'applied']);
    expect(again.outcomes).toEqual(first.outcomes);
    expect(await reader.pullRows()).toEqual([]);
  });

  it('lands an operation once that arrives twice at the same moment', async () => {
    const [author, reader] = [await peer('worker_0000000000000001'), await peer('worker_0000000000000002')];
    await reader.pullRows();
    const mutations = [visit(author)];
    const answers = await Promise.all([author.push(mutations), author.push(mutations), author.push(mutations)]);
    const [first] = answers;
    expect(first).toMatchObject({ stop: null, outcomes: [{ outcome: 'applied' }] });
    for (const { outcomes } of answers) expect(outcomes).toEqual(first?.outcomes);
    expect((await reader.pullRows()).filter((row) => row.table === 'visit')).toHaveLength(1);
  });

  it('gives back what it was given, also characters beyond the basic plane', async () => {
    const [author, reader] = [await peer('worker_0000000000000001'), await peer('worker_0000000000000002')];
    const note = "𠮷野家的䶮、𰻞𰻞面 👩🏽‍🚒🇨🇳 “引号” \\ ' \u200f‮ 完";
    await author.push([visit(author, note)]);
    const [row] = (await reader.pullRows()).filter(({ table }) => table === 'visit');
    expect(row?.fields?.['note']).toBe(note);
  });
};

const describeOutcomes = ({ peer, visit, store }: UnderContract): void => {
  it('gives every decided mutation a rev of its own, also what is held or refused', async () => {
    const author = await peer('worker_0000000000000001');
    const good = visit(author);
    const outside = author.mutation('visit.log', {
      visit: newVisit(randomUUID(), { dwellingId: store().place.grids[1].dwellingIds[0] ?? '' }),
      needs: [],
    });
    const unknown = author.mutation('visit.dream', {});
    const repeated = author.mutation('visit.log', good.args);
    const { outcomes } = await author.push([good, outside, unknown, repeated, visit(author)]);
    expect(kindsOf(outcomes)).toEqual(['applied', 'held', 'held', 'refused', 'applied']);
    const revs = outcomes.map(({ rev }) => rev);
    expect(Math.min(...revs)).toBeGreaterThan(0);
    expect(revs).toEqual([...new Set(revs)].sort((a, b) => a - b));
    expect((await author.pullPage()).top).toBeGreaterThanOrEqual(revs.at(-1) ?? Number.POSITIVE_INFINITY);
  });

  it('drops the buckets of a grid that was left, and gives the new grid whole', async () => {
    const worker = await peer('worker_0000000000000001');
    await worker.pullRows();
    const [left, joined] = store().place.grids;
    await store().move('worker_0000000000000001', joined.gridId);
    const page = await worker.pullPage();
    expect(page.drop).toEqual([`grid:${left.gridId}`]);
    const rest = page.checkpoint ? [] : await worker.pullRows();
    const doors = [...rowsOf(page), ...rest].filter(({ table }) => table === 'dwelling');
    expect(doors.map(({ id }) => id).sort()).toEqual([...joined.dwellingIds].sort());
  });
};
