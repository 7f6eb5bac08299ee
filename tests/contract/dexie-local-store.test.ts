import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { emptyChange, emptyMeta, type LocalChange, type SyncMeta } from '@lianxin/sync/client';
import type { StoredRow } from '@lianxin/sync/merge';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plainCodec } from '../../apps/web/src/storage/codec.ts';
import { AccountDatabase } from '../../apps/web/src/storage/database.ts';
import { createDexieStore } from '../../apps/web/src/storage/dexie-store.ts';
import { describeLocalStore } from './local-store.ts';

const opened: AccountDatabase[] = [];
afterEach(async () => {
  const databases = opened.splice(0);
  for (const database of databases) database.close();
  await databases[0]?.delete();
});

const { put } = IDBObjectStore.prototype;

const diskFull = (): DOMException => new DOMException('the disk is full', 'QuotaExceededError');

describeLocalStore('the Dexie store', async () => {
  const accountId = randomUUID();
  let failsNext = false;
  // The last write of a commit: everything before it is written.
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name !== 'meta' || !failsNext) return put.apply(this, args);
    failsNext = false;
    throw diskFull();
  });
  return {
    open: () => {
      const database = new AccountDatabase(accountId);
      opened.push(database);
      return createDexieStore(database, plainCodec, accountId);
    },
    failNextCommit: () => {
      failsNext = true;
    },
  };
});

describe('rows at rest on a phone', () => {
  const communityId = 'community_0000000001';
  const rowOf = (at: number, more: Partial<StoredRow> = {}): StoredRow => ({
    ...{ table: 'person', id: `person_${String(at).padStart(12, '0')}`, rev: 1, buckets: ['grid:a'], deleted: false },
    ...{ fields: { name: `姓名${at}号` }, marks: {}, ...more },
  });
  const many = (count: number, from = 0): readonly StoredRow[] =>
    Array.from({ length: count }, (_, at) => rowOf(from + at));
  const openPhone = (version = 0) => {
    const database = new AccountDatabase(randomUUID());
    opened.push(database);
    const store = createDexieStore(database, plainCodec, 'account');
    let meta: SyncMeta = { ...emptyMeta(communityId, 'replica_0000000000000001'), version };
    const commit = async (change: Partial<LocalChange>): Promise<void> => {
      const next = { ...emptyChange(meta), ...change };
      expect(await store.commit(next)).toBe('committed');
      meta = next.meta;
    };
    /** Everything that lies in the database, readable because nothing is sealed. */
    const dump = async (): Promise<string> =>
      JSON.stringify([await database.rows.toArray(), await database.packs.toArray()]);
    const counts = async () => [await database.rows.count(), await database.packs.count()];
    const load = async () => (await createDexieStore(database, plainCodec, 'account').load(communityId))?.rows ?? [];
    return { database, commit, dump, counts, load };
  };

  it('lie in a few packs after a first pull, and singly after a small one', async () => {
    const { commit, counts } = openPhone();
    await commit({ putRows: many(1_200) });
    expect(await counts()).toEqual([0, 3]);
    await commit({ putRows: many(3, 5_000) });
    expect(await counts()).toEqual([3, 3]);
  });

  it('leave nothing behind of what was replaced, erased or removed', async () => {
    const { commit, dump, load } = openPhone();
    await commit({ putRows: many(900) });
    await commit({ putRows: [rowOf(7, { rev: 2, fields: { name: null } })], removeRows: [rowOf(8)] });
    const text = await dump();
    expect([text.includes('姓名7号'), text.includes('姓名8号'), text.includes('姓名9号')]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await load()).length).toBe(899);
  });

  it('go with their grid as whole packs', async () => {
    const { commit, counts, dump } = openPhone();
    const other = many(600, 2_000).map((row) => ({ ...row, buckets: ['grid:b'] }));
    await commit({ putRows: [...many(1_000), ...other] });
    expect(await counts()).toEqual([0, 4]);
    await commit({ removeRows: many(1_000) });
    expect(await counts()).toEqual([0, 2]);
    expect(await dump()).not.toContain('姓名1号');
  });

  it('are laid together when many have come singly, those of an older version of the app too', async () => {
    const { commit, counts, database, load } = openPhone(5);
    for (const row of many(700)) {
      const { table, id } = row;
      await database.rows.put({ table, id, communityId, sealed: JSON.stringify(row) });
    }
    await database.meta.put({
      ...{ communityId, version: 5, nextN: 1, counts: { rows: 700, outbox: 0 } },
      sealed: JSON.stringify(emptyMeta(communityId, 'replica_0000000000000001')),
    });
    expect((await load()).length).toBe(700);
    await commit({ putRows: [rowOf(3, { rev: 2, fields: { name: '后来' } })] });
    expect(await counts()).toEqual([0, 2]);
    const rows = await load();
    expect([rows.length, rows.filter(({ fields }) => fields['name'] === '后来').length]).toEqual([700, 1]);
  });
});
