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
  const session =
    sessionId === null ? undefined : db.select().from(sessions).where(ofSession({ accountId, sessionId })).get();
  const { id, name, state } = account;
  // A phone that says it has forgotten everything has nothing left to hand in: whoever comes with its ticket is not it.
  const trustedUntil = session?.wipedAt == null ? (session?.wipeAskedAt ?? null) : 0;
  return { id, name, isRevoked: state !== 'active', trustedUntil };
};
