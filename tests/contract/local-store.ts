import {
  emptyChange,
  emptyMeta,
  type KeptEntry,
  type LocalChange,
  type LocalState,
  type LocalStore,
  type OutboxEntry,
  type SyncMeta,
} from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { createRandom, createTown } from '@lianxin/testkit';
import { beforeEach, describe, expect, it } from 'vitest';

/** Is the storage of one phone under contract. */
export interface LocalDevice {
  /** Opens it as one more tab or a later start of the app does. */
  readonly open: () => LocalStore;
  /** Makes the storage break down in the middle of the next commit. */
  readonly failNextCommit: () => void;
}

const place = createTown();
const { communityId } = place;
const [rowA, rowB, rowC] = place.rows.filter(({ table }) => table === 'dwelling');

const rows = (...found: readonly (StoredRow | undefined)[]): readonly StoredRow[] =>
  found.filter((row) => row !== undefined);

const saved = (n: number): OutboxEntry => ({
  ...{ communityId, n, order: n, id: `mutation_00000000000${n}`, name: 'visit.log', version: 1, at: n * 1_000 },
  ...{ offsetMs: -5, args: { note: '𠮷 👵🏽' }, acknowledgedRev: null },
});

const kept = (n: number): KeptEntry => {
  const { acknowledgedRev: _, n: __, ...entry } = saved(n);
  return { ...entry, rev: n * 10 };
};

const attention = (n: number): LocalState['attention'][number] => {
  const { id, name, version, at, args } = saved(n);
  return { id, communityId, name, version, at, args, outcome: 'held', reason: 'outOfScope', field: null };
};

const byId = (list: readonly StoredRow[] | undefined): readonly StoredRow[] =>
  [...(list ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));

/** A page of a first pull, a few edits, a lost grid, or everything anew. */
const anyChange = (
  random: () => number,
  { step, held }: { readonly step: number; readonly held: readonly StoredRow[] },
): Pick<LocalChange, 'clearRows' | 'putRows' | 'removeRows'> => {
  const clearRows = random() < 0.04;
  const count = random() < 0.4 ? Math.floor(random() * 700) : Math.floor(random() * 5);
  const putRows = Array.from({ length: count }, (_, at) =>
    anyRow(random, { step, at: Math.floor(random() * 1_500) + at }),
  );
  const put = new Map(putRows.map((row) => [row.id, row]));
  const isLostGrid = random() < 0.15;
  const removeRows = held.filter(
    ({ id, buckets }) => !put.has(id) && (isLostGrid ? buckets[0] === 'grid:a' : random() < 0.002),
  );
  return { clearRows, putRows: [...put.values()], removeRows };
};

const anyRow = (random: () => number, { step, at }: { readonly step: number; readonly at: number }): StoredRow => ({
  ...{ table: at % 3 === 0 ? 'visit' : 'person', id: `row_${String(at).padStart(16, '0')}`, rev: step + 1 },
  ...{ buckets: at % 5 === 0 ? ['grid:a'] : at % 7 === 0 ? ['grid:a', 'grid:b'] : ['grid:b'], deleted: false },
  fields: at % 11 === 0 ? { note: `第${step}版` } : { note: `第${step}版`, name: random() < 0.5 ? '钱向阳' : null },
  marks: {},
});

/** Describes what the storage of a phone must do, whatever it keeps things in. */
export const describeLocalStore = (name: string, createDevice: () => Promise<LocalDevice>): void => {
  describe(`${name} as the store of a phone`, () => {
    let device: LocalDevice;
    let store: LocalStore;
    let meta: SyncMeta;
    beforeEach(async () => {
      device = await createDevice();
      store = device.open();
      meta = emptyMeta(communityId, 'replica_0000000000000001');
    });

    /** Commits a change after the last one. */
    const commit = async (change: Partial<LocalChange> = {}): Promise<'committed' | 'stale'> => {
      const next = { ...emptyChange(meta), ...change };
      const result = await store.commit(next);
      if (result === 'committed') meta = next.meta;
      return result;
    };
    /** Everything that lies there, for who opens it anew. */
    const found = async () => {
      const state = await device.open().load(communityId);
      return state === null ? null : { ...state, rows: [...state.rows].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    };

    it('holds nothing of a community that it has never heard of', async () => {
      expect(await store.load(communityId)).toBeNull();
    });

    it('gives back exactly what was committed to it, to whoever opens it', async () => {
      const have = { [`grid:${place.grids[0].gridId}`]: 7 };
      const audit = { seq: 3, hash: 'abc' };
      const full = { ...emptyChange(meta).meta, epoch: 'epoch_0000000000000001', have, checkpoint: 7, safe: 5, audit };
      const putOutbox = [saved(1), saved(2)];
      const change = {
        meta: full,
        putOutbox,
        putAttention: [attention(3)],
        putKept: [kept(4)],
        putRows: rows(rowA, rowB),
      };
      expect(await commit(change)).toBe('committed');
      expect(await found()).toEqual({
        ...{ meta: full, outbox: putOutbox, attention: [attention(3)], kept: [kept(4)] },
        rows: rows(rowA, rowB),
      });
    });

    it('gives the outbox back in the order of its numbers', async () => {
      await commit({ putOutbox: [saved(10), saved(2)] });
      await commit({ putOutbox: [saved(9)] });
      expect((await found())?.outbox.map(({ n }) => n)).toEqual([2, 9, 10]);
    });

    it('replaces what is put again and removes what is named, and nothing else', async () => {
      await commit({
        ...{ putOutbox: [saved(1), saved(2), saved(3)], putKept: [kept(4), kept(5)] },
        ...{ putAttention: [attention(6), attention(7)], putRows: rows(rowA, rowB, rowC) },
      });
      await commit({
        ...{ putOutbox: [{ ...saved(2), acknowledgedRev: 20 }], removeOutbox: [1], removeKept: [kept(4).id] },
        ...{ removeAttention: [attention(7).id], removeRows: rows(rowB), putRows: rows(rowC && { ...rowC, rev: 9 }) },
      });
      const state = await found();
      expect(state?.outbox).toEqual([{ ...saved(2), acknowledgedRev: 20 }, saved(3)]);
      expect(state?.kept).toEqual([kept(5)]);
      expect(state?.attention).toEqual([attention(6)]);
      expect(state?.rows.map(({ id, rev }) => [id, rev])).toEqual([
        [rowA?.id, rowA?.rev],
        [rowC?.id, 9],
      ]);
    });

    it('moves an acknowledged mutation from the outbox to what is kept in one commit', async () => {
      await commit({ putOutbox: [saved(1), saved(2)] });
      await commit({ removeOutbox: [1], putKept: [kept(1)] });
      const state = await found();
      expect([state?.outbox, state?.kept]).toEqual([[saved(2)], [kept(1)]]);
    });

    it('drops every row and no unsent work when the rows are cleared', async () => {
      await commit({
        putOutbox: [saved(1)],
        putKept: [kept(2)],
        putAttention: [attention(3)],
        putRows: rows(rowA, rowB),
      });
      await commit({ clearRows: true, putRows: rows(rowC) });
      const state = await found();
      expect(state?.rows).toEqual(rows(rowC));
      expect([state?.outbox, state?.kept, state?.attention]).toEqual([[saved(1)], [kept(2)], [attention(3)]]);
    });

    it('holds after any changes of few and many rows what a list of them would', async () => {
      for (const seed of [1, 2, 3]) {
        const random = createRandom(seed);
        const expected = new Map<string, StoredRow>();
        await commit({ clearRows: true });
        for (let step = 0; step < 24; step += 1) {
          const change = anyChange(random, { step, held: [...expected.values()] });
          if (change.clearRows) expected.clear();
          for (const { id } of change.removeRows) expected.delete(id);
          for (const row of change.putRows) expected.set(row.id, row);
          await commit(change);
          // Now and then another start of the app goes on.
          if (random() < 0.3) store = device.open();
          if (random() < 0.3) expect(byId((await found())?.rows)).toEqual(byId([...expected.values()]));
        }
        expect(byId((await found())?.rows)).toEqual(byId([...expected.values()]));
      }
    });

    it('refuses a commit that another tab was faster than, and writes nothing of it', async () => {
      await commit({ putOutbox: [saved(1)] });
      const other = device.open();
      const change = { ...emptyChange(meta), putOutbox: [saved(2)] };
      expect(await other.commit(change)).toBe('committed');
      expect(await commit({ putOutbox: [saved(3)], removeOutbox: [1], clearRows: true })).toBe('stale');
      expect((await found())?.outbox).toEqual([saved(1), saved(2)]);
      expect(await store.commit({ ...emptyChange(change.meta), putOutbox: [saved(3)] })).toBe('committed');
    });

    it('lets one of two tabs win that commit at the same moment', async () => {
      const other = device.open();
      const results = await Promise.all([
        store.commit({ ...emptyChange(meta), putOutbox: [saved(1)] }),
        other.commit({ ...emptyChange(meta), putOutbox: [saved(2)] }),
      ]);
      expect([...results].sort()).toEqual(['committed', 'stale']);
      expect((await found())?.outbox).toEqual([results[0] === 'committed' ? saved(1) : saved(2)]);
    });

    it('throws when the storage breaks down in the middle, and has changed nothing', async () => {
      await commit({ putOutbox: [saved(1)], putKept: [kept(2)], putRows: rows(rowA) });
      const before = await found();
      device.failNextCommit();
      const change = {
        clearRows: true,
        putRows: rows(rowB),
        removeOutbox: [1],
        putOutbox: [saved(5)],
        removeKept: [kept(2).id],
      };
      await expect(commit(change)).rejects.toThrow();
      expect(await found()).toEqual(before);
      expect(await commit({ putOutbox: [saved(6)] })).toBe('committed');
      expect((await found())?.outbox).toEqual([saved(1), saved(6)]);
    });
  });
};
