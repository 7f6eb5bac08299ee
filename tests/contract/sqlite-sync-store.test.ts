import { randomUUID } from 'node:crypto';
import { civilDateAt } from '@lianxin/domain';
import { maxPageRows } from '@lianxin/protocol';
import { createTown } from '@lianxin/testkit';
import { and, eq, isNull } from 'drizzle-orm';
import { authorizeSync } from '../../apps/api/src/access/authorize.ts';
import { accounts, postings } from '../../apps/api/src/store/sqlite/schema/account-tables.ts';
import { openTestStore } from '../../apps/api/src/testing/test-store.ts';
import type { SyncConnection } from './sync-peer.ts';
import { describeSyncStore } from './sync-store.ts';

describeSyncStore('the SQLite store', async () => {
  const place = createTown();
  const { communityId } = place;
  const { store, core, clock } = openTestStore();
  await store.loadDemo({ spaces: [{ communityId, rows: place.rows }], accounts: [] });
  const post = (accountId: string, gridId: string) =>
    core.queue.run(() => {
      const { db } = core.writer;
      const current = and(eq(postings.accountId, accountId), isNull(postings.endedAt));
      db.update(postings).set({ endedAt: clock.now }).where(current).run();
      const place = { role: 'gridWorker', spaceId: communityId, unitId: gridId } as const;
      const fromOn = civilDateAt(clock.now);
      db.insert(postings)
        .values({ id: randomUUID(), accountId, ...place, fromOn, toOn: null })
        .run();
    });
  const createAccount = (id: string) =>
    core.queue.run(() =>
      core.writer.db
        .insert(accounts)
        .values({ id, name: '钱向阳', canViewUnmasked: false, state: 'active', isStarter: false, createdAt: clock.now })
        .run(),
    );
  const connection = (accountId: string): SyncConnection => {
    const scope = authorizeSync({
      ...{ accountId, name: '钱向阳', loginName: accountId, sessionId: randomUUID(), canViewUnmasked: false },
      ...{ isRevoked: false, isOperator: false, postings: [], communities: new Map() },
      ...{ formerCommunityIds: new Set(), formerGrids: [] },
    });
    return {
      push: async (request) => {
        const answer = await store.sync.push(scope, request);
        if (!answer.ok) throw new Error(`a push was answered ${answer.error.type}`);
        return answer.value;
      },
      pull: async (request) => {
        const have = { ...request.have };
        const answer = await store.sync.pull(scope, { version: 1, schema: 1, communityId, ...request, have });
        if (!answer.ok && answer.error.type === 'Behind') return 'behind';
        if (!answer.ok) throw new Error(`a pull was answered ${answer.error.type}`);
        return answer.value;
      },
    };
  };
  return {
    place,
    pageRows: maxPageRows,
    connect: async (userId, gridId) => {
      await createAccount(userId);
      await post(userId, gridId);
      return connection(userId);
    },
    move: (userId, gridId) => post(userId, gridId),
    close: () => store.close(),
  };
});
