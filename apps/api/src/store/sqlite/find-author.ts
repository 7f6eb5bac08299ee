import { and, eq } from 'drizzle-orm';
import type { Author } from '../../access/authorize.ts';
import type { Side } from './core.ts';
import { accounts, sessions } from './schema/account-tables.ts';

/** Narrows to one session; it is found by its account first, which is indexed. */
export const ofSession = ({ accountId, sessionId }: { readonly accountId: string; readonly sessionId: string }) =>
  and(eq(sessions.accountId, accountId), eq(sessions.id, sessionId));

/** Finds the author that a ticket names, with what has become of the account and of the session that the ticket was given to. */
export const findAuthor = (
  { db }: Side,
  accountId: string,
  { sessionId }: { readonly sessionId: string | null },
): Author | undefined => {
  const account = db.select().from(accounts).where(eq(accounts.id, accountId)).get();
  if (account === undefined) return undefined;
  const { id, name, state } = account;
  const mine = sessionId === null ? null : ofSession({ accountId, sessionId });
  const trustedUntil = mine === null ? null : trustOf(db.select().from(sessions).where(mine).get());
  return { id, name, isRevoked: state !== 'active', trustedUntil };
};

/**
 * Tells until when a phone is believed by itself. One that says it has forgotten everything has nothing left to hand in: whoever comes with its ticket is
 * not it. And of a session that nobody remembers, as after a restore, nobody can tell whether its phone was lost: a person looks at its work.
 */
const trustOf = (session: typeof sessions.$inferSelect | undefined): number | null =>
  session === undefined || session.wipedAt !== null ? 0 : session.wipeAskedAt;
