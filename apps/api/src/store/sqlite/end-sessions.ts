import { dayMs } from '@lianxin/domain';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Side } from './core.ts';
import { sessions } from './schema/account-tables.ts';

/** Revokes every session of an account and asks its phones to forget everything; before that they may still hand in what they hold. */
export const revokeSessions = (side: Side, accountId: string, at: number): void => {
  const mine = and(eq(sessions.accountId, accountId), isNull(sessions.revokedAt));
  side.db
    .update(sessions)
    .set({ revokedAt: at, wipeAskedAt: sql`coalesce(${sessions.wipeAskedAt}, ${at})` })
    .where(mine)
    .run();
};

/** Signs every browser of an account out, except those that still have to hear that they shall forget everything; their rows stay for the list of devices. */
export const endSessions = (side: Side, accountId: string, at: number): void => {
  const open = and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), isNull(sessions.wipeAskedAt));
  side.db.update(sessions).set({ endedAt: at }).where(open).run();
};

/** How long a browser stays on the list after it was signed out or not seen any more. */
const listedMs = 180 * dayMs;

/** Forgets what somebody signed in with long ago. A phone that was asked to forget everything keeps its line for good: its ticket is judged by it. */
export const forgetOldSessions = (side: Side, accountId: string, at: number): void => {
  const endedAt = sql`coalesce(${sessions.endedAt}, ${sessions.expiresAt})`;
  const isOld = and(eq(sessions.accountId, accountId), isNull(sessions.wipeAskedAt), lt(endedAt, at - listedMs));
  side.db.delete(sessions).where(isOld).run();
};
