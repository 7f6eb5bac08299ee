import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Codec, plainCodec } from './codec.ts';
import { AccountDatabase, databaseName } from './database.ts';
import { collectSavedWork } from './rescue-saved-work.ts';

const accountId = 'account-rescue-00000000';
const town = 'community-0000000000001';
const village = 'community-0000000000002';
let database: AccountDatabase;

const entry = (order: number, more: object = {}) => ({
  communityId: town,
  n: order,
  order,
  id: `mutation-${String(order).padStart(12, '0')}`,
  name: 'wish.claim',
  version: 1,
  at: order,
  offsetMs: 0,
  args: { noticeId: 'notice-00000000000001' },
  acknowledgedRev: null,
  ...more,
});

const put = async (table: 'outbox' | 'kept', saved: ReturnType<typeof entry>) => {
  const key = table === 'outbox' ? saved.n : saved.id;
  await database.table(table).put({ communityId: saved.communityId, key, sealed: JSON.stringify(saved) });
};

beforeEach(() => {
  database = new AccountDatabase(accountId);
});

afterEach(async () => {
  database.close();
  await Dexie.delete(databaseName(accountId));
});

describe('the saved work of a phone', () => {
  it('is what waits and what no backup holds, in the order it was saved, numbered anew', async () => {
    await put('outbox', entry(7, { n: 1 }));
    await put('outbox', entry(9, { n: 2 }));
    await put('kept', entry(3));
    await put('kept', entry(7));
    await database.meta.put({ communityId: town, version: 1, nextN: 3, sealed: '{"replicaId":"replica-0000000001"}' });
    const [line] = (await collectSavedWork(accountId, plainCodec)).lines;
    expect(line).toMatchObject({ communityId: town, replicaId: 'replica-0000000001' });
    expect(line?.mutations.map(({ n, at }) => [n, at])).toEqual([
      [1, 3],
      [2, 7],
      [3, 9],
    ]);
    expect(Object.keys(line?.mutations[0] ?? {}).sort()).toEqual([
      'args',
      'at',
      'id',
      'n',
      'name',
      'offsetMs',
      'version',
    ]);
  });

  it('is kept apart by community, and needs no meta', async () => {
    await put('outbox', entry(1));
    await put('outbox', entry(1, { communityId: village }));
    const { lines } = await collectSavedWork(accountId, plainCodec);
    expect(lines.map(({ communityId, replicaId, mutations }) => [communityId, replicaId, mutations.length])).toEqual([
      [town, null, 1],
      [village, null, 1],
    ]);
  });

  it('leaves out what cannot be read, and nothing else, and says how much', async () => {
    await put('outbox', entry(1));
    await put('outbox', entry(2));
    await database.outbox.put({ communityId: town, key: 3, sealed: '{' });
    const { lines, unreadable } = await collectSavedWork(accountId, plainCodec);
    expect([lines[0]?.mutations.length, unreadable]).toEqual([2, 1]);
  });

  it('is read from a database of the first version and from one of a later version', async () => {
    for (const version of [1, 99]) {
      await Dexie.delete(databaseName(accountId));
      const other = new Dexie(databaseName(accountId));
      other.version(version).stores({ outbox: '[communityId+key], communityId', meta: 'communityId', novelty: 'id' });
      await other.table('outbox').put({ communityId: town, key: 1, sealed: JSON.stringify(entry(1)) });
      other.close();
      expect((await collectSavedWork(accountId, plainCodec)).lines[0]?.mutations).toHaveLength(1);
    }
  });

  it('passes the codec', async () => {
    await put('outbox', entry(1));
    const opened: string[] = [];
    const codec: Codec = {
      ...plainCodec,
      open: (place, sealed) => {
        opened.push(`${place.accountId} ${place.table} ${place.id}`);
        return plainCodec.open(place, sealed);
      },
    };
    await collectSavedWork(accountId, codec);
    expect(opened).toEqual([`${accountId} outbox 1`]);
  });

  it('of somebody who was never here is nothing, and makes no database', async () => {
    expect(await collectSavedWork('account-nobody-00000000', plainCodec)).toEqual({ lines: [], unreadable: 0 });
    expect(await Dexie.exists(databaseName('account-nobody-00000000'))).toBe(false);
  });
});
