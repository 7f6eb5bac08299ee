import { err, ok } from '@lianxin/domain';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { AccountStore, InvitationHash, NewInvitation } from '../port.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { describeAccount } from './describe-account.ts';
import { endSessions } from './end-sessions.ts';
import { foldLoginName } from './fold-login-name.ts';
import { accounts, invitations } from './schema/account-tables.ts';
import { openSession } from './session-store.ts';

/** Lets people in by invitation. Looking consumes nothing; accepting consumes every open invitation of the account. */
export const createInvitationUse = (core: StoreCore): Pick<AccountStore, 'look' | 'accept'> => {
  const { writer, reader, queue, now } = core;
  return {
    look: async (key) =>
      inSnapshot(reader, () => {
        const found = findOpen(reader, key, now());
        if (found === undefined) return undefined;
        const account = describeAccount(reader, found.account, now());
        const current = account.postings.filter((posting) => posting.toOn === null);
        return {
          name: account.name,
          loginName: account.loginName,
          postings: current.map(({ role, unitName }) => ({ role, unitName })),
          expiresAt: found.expiresAt,
        };
      }),
    accept: (key, accepted) =>
      queue.run(() => {
        const at = now();
        const found = findOpen(writer, key, at);
        if (found === undefined) return err({ type: 'InvitationUsedOrExpired' });
        const accountId = found.account.id;
        const loginKey = foldLoginName(accepted.loginName);
        const holder = writer.db.select().from(accounts).where(eq(accounts.loginKey, loginKey)).get();
        if (holder !== undefined && holder.id !== accountId) return err({ type: 'NameTaken' });
        const name = accepted.name ?? found.account.name;
        writer.db
          .update(accounts)
          .set({ name, loginName: accepted.loginName, loginKey, passwordHash: accepted.passwordHash, state: 'active' })
          .where(eq(accounts.id, accountId))
          .run();
        writer.db
          .update(invitations)
          .set({ usedAt: at })
          .where(and(eq(invitations.accountId, accountId), isNull(invitations.usedAt)))
          .run();
        // Whoever held the old password is signed out; their phone keeps its outbox and asks for the new one.
        endSessions(writer, accountId, at);
        openSession(core, { accountId, tokenHash: accepted.sessionTokenHash, label: accepted.sessionLabel });
        appendAudit(
          writer,
          {
            actorId: accountId,
            actorName: name,
            action: 'invitation.accepted',
            communityId: null,
            subjectId: accountId,
            facts: {},
          },
          at,
        );
        return ok(null);
      }),
  };
};

/** Keeps a fresh invitation beside older ones: a printed card stays good until it is used or too old. */
export const addInvitation = (
  { writer, now, newId }: StoreCore,
  accountId: string,
  invitation: NewInvitation,
): void => {
  writer.db
    .insert(invitations)
    .values({ id: newId(), accountId, ...invitation, createdAt: now() })
    .run();
};

const findOpen = (side: Side, key: InvitationHash, at: number) => {
  const column = key.kind === 'token' ? invitations.tokenHash : invitations.codeHash;
  const open = and(eq(column, key.hash), isNull(invitations.usedAt), gt(invitations.expiresAt, at));
  const row = side.db
    .select()
    .from(invitations)
    .innerJoin(accounts, eq(invitations.accountId, accounts.id))
    .where(open)
    .get();
  return row === undefined || row.accounts.state === 'disabled'
    ? undefined
    : { account: row.accounts, expiresAt: row.invitations.expiresAt };
};
