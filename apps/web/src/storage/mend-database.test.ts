import 'fake-indexeddb/auto';
import type { StoredRow } from '@lianxin/sync/merge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainCodec } from './codec.ts';
import { AccountDatabase } from './database.ts';
import { createDexieStore } from './dexie-store.ts';
import { findLoss, lookForLoss } from './find-loss.ts';
import { mendDatabase } from './mend-database.ts';
import { openRegister } from './register.ts';
import type { Sentinel } from './sentinel.ts';

const accountId = 'account-mend-0000000000';
const communityId = 'community-0000000000001';
const bucket = `community:${communityId}`;
let database: AccountDatabase;
let idCount = 0;
const newId = (): string => {
  idCount += 1;
  return `id-${String(idCount).padStart(20, '0')}`;
};

const open = () =>
  openRegister({
    store: createDexieStore(database, plainCodec, accountId),
    communityId,
    author: { userId: accountId, userName: '甲' },
    now: () => 1,
    newId,
    announce: () => undefined,
  });

const mend = async (sentinel: Sentinel | null = null) => {
  const kind = await lookForLoss(database, communityId, sentinel);
  const ports = { codec: plainCodec, accountId, communityId, sentinel, now: () => 5, newId };
  return kind === null ? null : mendDatabase(database, kind, ports);
};

const row = (n: number): StoredRow => ({
  table: 'unit',
  id: `unit-${String(n).padStart(18, '0')}`,
  rev: n,
  buckets: [bucket],
  deleted: false,
  fields: { name: `${n}号楼` },
  marks: {},
});

/** A register with three rows, two saved mutations, and a server that it has spoken to. */
const fill = async () => {
  const register = await open();
  await register.update(() => {
    const { meta } = register.state();
    return {
      meta: {
        ...meta,
        version: 1,
        epoch: 'epoch-0000000000000001',
        have: { [bucket]: 3 },
        checkpoint: 3,
        lastCheckpointAt: 1,
      },
      putOutbox: [],
      removeOutbox: [],
      putAttention: [],
      removeAttention: [],
      putKept: [],
      removeKept: [],
      putRows: [row(1), row(2), row(3)],
      removeRows: [],
      clearRows: false,
    };
  });
  const claim = { name: 'wish.claim' as const, args: { noticeId: 'notice-00000000000001' } };
  await register.save([claim]);
  await register.save([claim]);
  return register.state();
};

beforeEach(() => {
  database = new AccountDatabase(accountId);
});

afterEach(async () => {
  database.close();
  await database.delete();
});

describe('a database that is opened again', () => {
  it('with everything in it is left alone', async () => {
    const before = await fill();
    expect(await mend({ version: before.meta.version, unsent: 2 })).toBeNull();
    expect((await open()).state()).toEqual(before);
  });

  it('of a new phone is left alone', async () => {
    expect(await mend()).toBeNull();
  });

  it('that was emptied is reported with the number of unsent mutations', async () => {
    await fill();
    await Promise.all(database.tables.map((table) => table.clear()));
    expect(await mend({ version: 3, unsent: 2 })).toEqual({ kind: 'everything', unsent: 2, at: 5 });
  });

  it('that has lost its rows keeps the saved work and fetches the rows anew', async () => {
    const before = await fill();
    await database.rows.clear();
    expect(await mend({ version: before.meta.version, unsent: 2 })).toEqual({ kind: 'rows', unsent: 0, at: 5 });
    const { meta, outbox } = (await open()).state();
    expect(meta).toMatchObject({ have: {}, checkpoint: 0, lastCheckpointAt: null });
    expect(outbox.map(({ id }) => id)).toEqual(before.outbox.map(({ id }) => id));
  });

  it('that has lost a single row shows none of the others as the whole', async () => {
    await fill();
    await database.rows.delete(['unit', row(2).id]);
    expect((await mend())?.kind).toBe('rows');
    expect((await open()).view.all('unit')).toHaveLength(0);
  });

  it('that has lost its place does not write new work over the old', async () => {
    const before = await fill();
    await database.meta.clear();
    expect(await mend({ version: before.meta.version, unsent: 2 })).toEqual({ kind: 'rows', unsent: 0, at: 5 });
    const register = await open();
    await register.save([{ name: 'wish.release', args: { noticeId: 'notice-00000000000001' } }]);
    const { outbox, meta } = register.state();
    expect(outbox.map(({ n, name }) => [n, name])).toEqual([
      [1, 'wish.claim'],
      [2, 'wish.claim'],
      [3, 'wish.release'],
    ]);
    expect(meta.replicaId).not.toBe(before.meta.replicaId);
    expect(await database.outbox.count()).toBe(3);
  });

  it('that has lost saved work says how much', async () => {
    await fill();
    await database.outbox
      .where('key')
      .equals(1)
      .delete()
      .catch(() => database.outbox.delete([communityId, 1]));
    expect(await mend()).toMatchObject({ kind: 'outbox', unsent: 1 });
  });

  it('is not reported a second time', async () => {
    await fill();
    await database.rows.clear();
    await mend();
    expect(await mend()).toBeNull();
  });
});

describe('a loss', () => {
  const counts = { rows: 3, outbox: 2 };
  it.each([
    ['nothing remembered, nothing there', { meta: null, held: { rows: 0, outbox: 0 }, sentinel: null }, null],
    [
      'a database of an earlier day',
      { meta: { version: 4, counts }, held: counts, sentinel: { version: 9, unsent: 0 } },
      'outbox',
    ],
    [
      'a sentinel that lags behind',
      { meta: { version: 9, counts }, held: counts, sentinel: { version: 8, unsent: 0 } },
      null,
    ],
    ['a database from before counting', { meta: { version: 4 }, held: { rows: 0, outbox: 0 }, sentinel: null }, null],
    ['rows without their place', { meta: null, held: { rows: 3, outbox: 0 }, sentinel: null }, 'rows'],
  ] as const)('%s', (_, holding, kind) => {
    expect(findLoss(holding)).toBe(kind);
  });
});
