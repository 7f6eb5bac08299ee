import { randomBytes } from 'node:crypto';
import { civilDateAt, dayMs } from '@lianxin/domain';
import { sessionLifeMs } from '../../../apps/api/src/access/session-life.ts';
import type { Side } from '../../../apps/api/src/store/sqlite/core.ts';
import { accounts, postings, sessions } from '../../../apps/api/src/store/sqlite/schema/account-tables.ts';
import { idAt, type StreetCommunity } from './street.ts';

/** Posts a community's workers to their grids and signs each of them in. */
export const addWorkers = (
  side: Side,
  community: StreetCommunity,
  { hashSecret, now }: { readonly hashSecret: (secret: string) => string; readonly now: number },
): StreetCommunity => ({
  ...community,
  workers: community.workers.map((worker) => {
    const { accountId, name, gridId: unitId } = worker;
    const token = randomBytes(32).toString('base64url');
    const account = { id: accountId, name, state: 'active', canViewUnmasked: false, isStarter: false } as const;
    side.db
      .insert(accounts)
      .values({ ...account, createdAt: now })
      .run();
    const posting = { id: idAt(now), accountId, spaceId: community.id, unitId, role: 'gridWorker' } as const;
    side.db
      .insert(postings)
      .values({ ...posting, fromOn: civilDateAt(now - 365 * dayMs), toOn: null })
      .run();
    const session = { tokenHash: hashSecret(token), id: idAt(now), accountId, createdAt: now, seenAt: now };
    side.db
      .insert(sessions)
      .values({ ...session, expiresAt: now + sessionLifeMs })
      .run();
    return { ...worker, token };
  }),
});
