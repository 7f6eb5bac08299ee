import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { v7 } from 'uuid';
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

/** Breaks down once at the last write of a commit, when everything before it is written. */
const breakingDown = (core: DBCore, isDue: () => boolean): DBCore => ({
  ...core,
  table: (name) => {
    const table = core.table(name);
    const breaks = name === 'meta' ? isDue : () => false;
    return {
      ...table,
      mutate: (request) =>
        breaks() ? Promise.reject(new DOMException('the disk is full', 'QuotaExceededError')) : table.mutate(request),
    };
  },
});

describeLocalStore('the Dexie store', async () => {
  const accountId = v7();
  let failsNext = false;
  const isDue = (): boolean => {
    const isNow = failsNext;
    failsNext = false;
    return isNow;
  };
  return {
    open: () => {
      const database = new AccountDatabase(accountId);
      database.use({ stack: 'dbcore', name: 'breaking-down', create: (core) => breakingDown(core, isDue) });
      opened.push(database);
      return createDexieStore(database, plainCodec, accountId);
    },
    failNextCommit: () => {
      failsNext = true;
    },
  };
});
