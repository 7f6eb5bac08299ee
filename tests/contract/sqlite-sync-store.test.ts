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

type Opened = ReturnType<typeof openTestStore>;

const addAccount = ({ core, clock }: Opened, id: string) =>
  core.queue.run(() =>
    core.writer.db
      .insert(accounts)
      .values({ id, name: '钱向阳', canViewUnmasked: false, state: 'active', isStarter: false, createdAt: clock.now })
      .run(),
  );

const post = (
  { core, clock }: Opened,
  accountId: string,
  grid: { readonly communityId: string; readonly id: string },
) =>
  core.queue.run(() => {
    const { db } = core.writer;
    const current = and(eq(postings.accountId, accountId), isNull(postings.endedAt));
    db.update(postings).set({ endedAt: clock.now }).where(current).run();
    const posting = { role: 'gridWorker', spaceId: grid.communityId, unitId: grid.id, toOn: null } as const;
    const fromOn = civilDateAt(clock.now);
    db.insert(postings)
      .values({ id: randomUUID(), accountId, ...posting, fromOn })
      .run();
  });

const connect = ({ store }: Opened, accountId: string, communityId: string): SyncConnection => {
  const scope = authorizeSync({
    ...{ accountId, name: '钱向阳', loginName: accountId, sessionId: randomUUID(), canViewUnmasked: false },
    ...{ isRevoked: false, wipeAskedAt: null, isOperator: false, postings: [], communities: new Map() },
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

describeSyncStore('the SQLite store', async () => {
  const place = createTown();
  const { communityId } = place;
  const opened = openTestStore();
  await opened.store.loadDemo({ spaces: [{ communityId, rows: place.rows }], accounts: [] });
  return {
    place,
    pageRows: maxPageRows,
    connect: async (userId, gridId) => {
      await addAccount(opened, userId);
      await post(opened, userId, { communityId, id: gridId });
      return connect(opened, userId, communityId);
    },
    move: (userId, gridId) => post(opened, userId, { communityId, id: gridId }),
    close: () => opened.store.close(),
  };
});
