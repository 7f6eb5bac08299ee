import 'fake-indexeddb/auto';
import type { SyncMeta } from '@lianxin/sync/client';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { AccountDatabase, databaseName } from '../database.ts';
import { createDexieStore } from '../dexie-store.ts';
import { resealPlain } from './reseal-plain.ts';
import { setUpVault } from './set-up-vault.ts';
import { stretchLightly } from './testing/stretch-lightly.ts';
import { readVault } from './vault-table.ts';

const accountId = 'account-wang-00000000';
const communityId = 'community-0000000001';
const secret = '王建国';
let ticks = 0;
const ports = { stretch: stretchLightly, now: () => 1_000, elapsed: () => ++ticks };

const rows = Array.from({ length: 1_200 }, (_, index) => ({
  table: 'person',
  id: `person-${index}`,
  row: { name: secret, index },
}));

/** As version 0.1.0 left it: version 2 of the database, and everything readable. */
const leaveOldDatabase = async (): Promise<void> => {
  const old = new Dexie(databaseName(accountId));
  old.version(2).stores({
    rows: '[table+id], communityId',
    outbox: '[communityId+key], communityId',
    attention: '[communityId+key], communityId',
    meta: 'communityId',
    kept: '[communityId+key], communityId',
    drafts: 'form',
    ballast: 'key',
  });
  const text = (value: unknown) => JSON.stringify(value);
  await old.table('rows').bulkAdd(rows.map(({ table, id, row }) => ({ table, id, communityId, sealed: text(row) })));
  const entry = { id: 'mutation-1', n: 1, order: 1, communityId, args: { note: secret }, acknowledgedRev: null };
  await old.table('outbox').add({ communityId, key: 1, sealed: text(entry) });
  await old.table('kept').add({ communityId, key: 'mutation-0', sealed: text({ ...entry, id: 'mutation-0' }) });
  await old.table('attention').add({ communityId, key: 'a', sealed: text({ id: 'a', communityId, note: secret }) });
  await old.table('drafts').add({ form: 'visit d1', sealed: text({ note: secret }) });
  await old.table('drafts').add({ form: 'visit d2', sealed: '{"note":"王建' });
  await old.table('meta').add({
    communityId,
    version: 4,
    nextN: 2,
    sealed: text({ communityId, version: 4 }),
    counts: { rows: 1_200, outbox: 1 },
  });
  old.close();
};

const dump = async (): Promise<string> => {
  const database = new AccountDatabase(accountId);
  await database.open();
  const all = await Promise.all(database.tables.map((table) => table.toArray()));
  database.close();
  return JSON.stringify(all, (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  );
};

const setUp = async () => {
  const vault = await setUpVault({ accountId, pin: '246802', leaseUntil: null }, ports);
  if (vault === null) throw new Error('there was a vault already');
  return vault;
};

beforeEach(async () => {
  await new AccountDatabase(accountId).delete();
});

test('everything an older version has left readable is sealed, and says the same when it is opened', async () => {
  await leaveOldDatabase();
  expect(await dump()).toContain(secret);
  const vault = await setUp();
  await resealPlain(vault);
  expect(await dump()).not.toContain('王建');
  expect((await readVault(accountId)).lock?.plainRemains).toBe(false);
  const database = new AccountDatabase(accountId);
  const state = await createDexieStore(database, vault.codec, accountId).load(communityId);
  expect(state?.rows).toHaveLength(1_200);
  expect(state?.rows.find((row) => (row as unknown as { index: number }).index === 7)).toEqual({
    name: secret,
    index: 7,
  });
  expect(state?.outbox.map(({ id, args }) => [id, args])).toEqual([['mutation-1', { note: secret }]]);
  expect(state?.kept).toHaveLength(1);
  expect(state?.attention).toHaveLength(1);
  expect(state?.meta satisfies SyncMeta | undefined).toMatchObject({ version: 4 });
  const draft = await database.drafts.get('visit d1');
  expect(await vault.codec.open({ accountId, table: 'drafts', id: 'visit d1' }, draft?.sealed ?? '')).toEqual({
    note: secret,
  });
  database.close();
});

test('a phone that is killed in the middle goes on where it was', async () => {
  await leaveOldDatabase();
  const vault = await setUp();
  let seals = 0;
  const dying = {
    accountId,
    codec: {
      ...vault.codec,
      seal: (...parts: Parameters<typeof vault.codec.seal>) => {
        seals += 1;
        return seals > 700 ? Promise.reject(new Error('killed')) : vault.codec.seal(...parts);
      },
    },
  };
  await expect(resealPlain(dying)).rejects.toThrow();
  expect((await readVault(accountId)).lock?.plainRemains).toBe(true);
  expect(await dump()).toContain(secret);
  await resealPlain(vault);
  expect(await dump()).not.toContain('王建');
});

test('two windows that seal at once seal everything once and bring nothing back', async () => {
  await leaveOldDatabase();
  const vault = await setUp();
  const codec = {
    ...vault.codec,
    seal: async (...parts: Parameters<typeof vault.codec.seal>) => {
      const sealed = await vault.codec.seal(...parts);
      // Between reading and writing another window has sealed it, sent it and forgotten it.
      if (parts[0].table === 'outbox') {
        const other = new AccountDatabase(accountId);
        await other.outbox.clear();
        other.close();
      }
      return sealed;
    },
  };
  await resealPlain({ accountId, codec });
  const database = new AccountDatabase(accountId);
  expect(await database.outbox.count()).toBe(0);
  database.close();
});

test('once everything is sealed, what is planted readable stays unread', async () => {
  await leaveOldDatabase();
  const vault = await setUp();
  await resealPlain(vault);
  const database = new AccountDatabase(accountId);
  await database.rows.put({ table: 'person', id: 'person-7', communityId, sealed: JSON.stringify({ name: '假' }) });
  await resealPlain(vault);
  await expect(createDexieStore(database, vault.codec, accountId).load(communityId)).rejects.toThrow();
  database.close();
});
