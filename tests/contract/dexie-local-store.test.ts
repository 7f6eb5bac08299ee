import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { afterEach } from 'vitest';
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

const diskFull = (): DOMException => new DOMException('the disk is full', 'QuotaExceededError');

describeLocalStore('the Dexie store', async () => {
  const accountId = randomUUID();
  let failsNext = false;
  const isDue = (): boolean => {
    const isNow = failsNext;
    failsNext = false;
    return isNow;
  };
  return {
    open: () => {
      const database = new AccountDatabase(accountId);
      database.use({
        stack: 'dbcore',
        name: 'breaking-down',
        create: (core) => ({
          ...core,
          table: (name) => {
            const table = core.table(name);
            // The last write of a commit: everything before it is written.
            if (name !== 'meta') return table;
            return { ...table, mutate: (request) => (isDue() ? Promise.reject(diskFull()) : table.mutate(request)) };
          },
        }),
      });
      opened.push(database);
      return createDexieStore(database, plainCodec, accountId);
    },
    failNextCommit: () => {
      failsNext = true;
    },
  };
});
