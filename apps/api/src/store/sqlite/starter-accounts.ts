import { and, eq } from 'drizzle-orm';
import type { AccountStore } from '../port.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { describeAccount } from './describe-account.ts';
import { hasNoAccount, postOperator } from './insert-postings.ts';
import { addInvitation } from './invitation-use.ts';
import { accounts } from './schema/account-tables.ts';

type Starters = Pick<AccountStore, 'createFirstOperator' | 'createOperator' | 'starters' | 'renewStarter'>;

/** Keeps the accounts whose invitations the server prints at its start, until somebody has used one. */
export const createStarterAccounts = (core: StoreCore): Starters => {
  const { writer, reader, queue, now } = core;
  return {
    createFirstOperator: (name) => queue.run(() => void (hasNoAccount(writer) && createOperator(core, name))),
    createOperator: (name) => queue.run(() => createOperator(core, name)),
    starters: async () =>
      inSnapshot(reader, () => {
        const waiting = and(eq(accounts.isStarter, true), eq(accounts.state, 'invited'));
        return reader.db
          .select()
          .from(accounts)
          .where(waiting)
          .orderBy(accounts.id)
          .all()
          .map((row) => {
            const posting = describeAccount(reader, row, now()).postings[0];
            return { accountId: row.id, name: row.name, role: posting?.role ?? '', place: posting?.unitName ?? '' };
          });
      }),
    renewStarter: (accountId, invitation) => queue.run(() => addInvitation(core, accountId, invitation)),
  };
};

const createOperator = (core: StoreCore, name: string): string => {
  const { writer, now, newId } = core;
  const id = newId();
  writer.db
    .insert(accounts)
    .values({ id, name, state: 'invited', canViewUnmasked: true, isStarter: true, createdAt: now() })
    .run();
  postOperator(core, id);
  appendAudit(
    writer,
    { actorId: null, actorName: null, action: 'operator.created', communityId: null, subjectId: id, facts: {} },
    now(),
  );
  return id;
};
