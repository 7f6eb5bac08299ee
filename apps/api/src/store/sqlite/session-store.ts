import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Principal } from '../../access/principal.ts';
import { sessionLifeMs } from '../../access/session-life.ts';
import type { NewSession, SessionStore } from '../port.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { forgetOldSessions } from './end-sessions.ts';
import { findAuthor, ofSession } from './find-author.ts';
import { foldLoginName } from './fold-login-name.ts';
import { createLoginTurns } from './login-turns.ts';
import { oncePerSide } from './once-per-side.ts';
import { readAccess } from './read-access.ts';
import { accounts, sessions } from './schema/account-tables.ts';
import { unlessReadOnly } from './unless-read-only.ts';

/** A session's last use is written at most this often, so that reading does not write. */
const seenEveryMs = 15 * 60_000;

/** A lease is written down at most this often; the phone is told the full time each time. */
const leaseStepMs = 3_600_000;

/** Keeps sessions in SQLite. */
export const createSessionStore = (core: StoreCore): SessionStore => {
  const { writer, reader, queue, now } = core;
  return {
    find: async (tokenHash) => {
      const at = now();
      const found = inSnapshot(reader, () => findPrincipal(reader, tokenHash, at));
      if (found === undefined) return undefined;
      if (at - found.seenAt > seenEveryMs)
        await queue
          .run(() => touch(writer, tokenHash, { accountId: found.principal.accountId, at }))
          .catch(unlessReadOnly);
      return found.principal;
    },
    findCredentials: async (loginName) => {
      const row = reader.db
        .select()
        .from(accounts)
        .where(eq(accounts.loginKey, foldLoginName(loginName)))
        .get();
      return row === undefined
        ? undefined
        : { accountId: row.id, passwordHash: row.passwordHash, isDisabled: row.state !== 'active' };
    },
    open: (session) => queue.run(() => openSession(core, session)),
    end: (tokenHash) =>
      queue.run(() => {
        const open = and(eq(sessions.tokenHash, tokenHash), isNull(sessions.endedAt));
        const ended = writer.db.update(sessions).set({ endedAt: now() }).where(open).returning().get();
        if (ended !== undefined) core.changes.account(ended.accountId);
      }),
    renewLease: async (session, until) => {
      const mine = ofSession(session);
      const known = reader.db.select().from(sessions).where(mine).get()?.leaseUntil ?? 0;
      if (until - known < leaseStepMs) return;
      await queue
        .run(() => void writer.db.update(sessions).set({ leaseUntil: until }).where(mine).run())
        .catch(unlessReadOnly);
    },
    findAuthor: async (accountId, ticket) => inSnapshot(reader, () => findAuthor(reader, accountId, ticket)),
    ...createLoginTurns(core),
  };
};

/** Opens a session for an account. */
export const openSession = ({ writer, now, newId }: StoreCore, session: NewSession): void => {
  const at = now();
  forgetOldSessions(writer, session.accountId, at);
  writer.db
    .insert(sessions)
    .values({ ...session, id: newId(), createdAt: at, seenAt: at, expiresAt: at + sessionLifeMs })
    .run();
  writer.db.update(accounts).set({ lastSeenAt: at }).where(eq(accounts.id, session.accountId)).run();
};

const touch = (side: Side, tokenHash: string, seen: { readonly accountId: string; readonly at: number }): void => {
  side.db
    .update(sessions)
    .set({ seenAt: seen.at, expiresAt: seen.at + sessionLifeMs })
    .where(eq(sessions.tokenHash, tokenHash))
    .run();
  side.db.update(accounts).set({ lastSeenAt: seen.at }).where(eq(accounts.id, seen.accountId)).run();
};

const sessionQuery = oncePerSide(({ db }) =>
  db
    .select()
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
);

const findPrincipal = (
  side: Side,
  tokenHash: string,
  at: number,
): { readonly principal: Principal; readonly seenAt: number } | undefined => {
  const row = sessionQuery(side).get({ tokenHash });
  if (row === undefined || !isAnswered(row.sessions, at)) return undefined;
  const account = row.accounts;
  const principal: Principal = {
    accountId: account.id,
    name: account.name,
    loginName: account.loginName ?? '',
    sessionId: row.sessions.id,
    canViewUnmasked: account.canViewUnmasked,
    isRevoked: row.sessions.revokedAt !== null || account.state !== 'active',
    wipeAskedAt: row.sessions.wipeAskedAt,
    ...readAccess(side, account.id, at),
  };
  return { principal, seenAt: row.sessions.seenAt };
};

/** A phone that shall forget everything has to hear of it, however its session ended; once it has, it is nobody's any more. */
const isAnswered = (row: typeof sessions.$inferSelect, at: number): boolean => {
  if (row.wipeAskedAt !== null) return row.wipedAt === null;
  return row.endedAt === null && row.expiresAt > at;
};
