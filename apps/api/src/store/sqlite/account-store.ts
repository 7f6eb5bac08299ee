import { civilDateAt, err, ok, type Result } from '@lianxin/domain';
import type { Account, ChangePostings } from '@lianxin/protocol';
import { and, eq, isNull } from 'drizzle-orm';
import type { TreeScope } from '../../access/authorize.ts';
import type { AccountStore, NewAccount } from '../port.ts';
import type { NotAllowed, NotFound } from '../refusals.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { describeAccount, isCurrentPosting, reachOf } from './describe-account.ts';
import { revokeSessions } from './end-sessions.ts';
import { insertPostings } from './insert-postings.ts';
import { addInvitation, createInvitationUse } from './invitation-use.ts';
import { type PlacedPosting, placePosting } from './place-posting.ts';
import { accounts, invitations, postings } from './schema/account-tables.ts';
import { createStarterAccounts } from './starter-accounts.ts';

type Change = Result<Account, NotFound | NotAllowed>;

/** Keeps accounts in SQLite. */
export const createAccountStore = (core: StoreCore): AccountStore => {
  const { reader, queue } = core;
  return {
    ...createInvitationUse(core),
    ...createStarterAccounts(core),
    list: async (scope) =>
      inSnapshot(reader, () => {
        const rows = reader.db.select().from(accounts).orderBy(accounts.id).all();
        const visible = rows.filter((row) => reachOf(reader, scope, { id: row.id, now: core.now() }) !== 'none');
        return visible.map((row) => describeAccount(reader, row, core.now()));
      }),
    invite: (scope, account, invitation) => queue.run(() => invite(core, scope, { account, invitation })),
    reinvite: (scope, accountId, invitation) =>
      queue.run(() =>
        change(core, scope, { accountId, action: 'account.reinvited' }, () => {
          addInvitation(core, accountId, invitation);
          core.writer.db
            .update(accounts)
            .set({ state: 'invited', passwordHash: null })
            .where(and(eq(accounts.id, accountId), eq(accounts.state, 'disabled')))
            .run();
        }),
      ),
    changePostings: (scope, accountId, wanted) => queue.run(() => changePostings(core, scope, { accountId, wanted })),
    disable: (scope, accountId) =>
      queue.run(() => {
        if (accountId === scope.actor.accountId) return err({ type: 'NotAllowed' });
        return change(core, scope, { accountId, action: 'account.disabled' }, () => {
          const { writer, now } = core;
          writer.db.update(accounts).set({ state: 'disabled' }).where(eq(accounts.id, accountId)).run();
          writer.db
            .update(invitations)
            .set({ usedAt: now() })
            .where(and(eq(invitations.accountId, accountId), isNull(invitations.usedAt)))
            .run();
          revokeSessions(writer, accountId, now());
        });
      }),
  };
};

const invite = (
  core: StoreCore,
  scope: TreeScope,
  wanted: { readonly account: NewAccount; readonly invitation: Parameters<AccountStore['invite']>[2] },
): Change => {
  const { writer, now, newId } = core;
  const placed = placeAll(core, scope, wanted.account.postings);
  if (!Array.isArray(placed)) return err(placed);
  if (wanted.account.canViewUnmasked && !scope.actor.canViewUnmasked) return err({ type: 'NotAllowed' });
  const id = newId();
  const row = {
    id,
    name: wanted.account.name,
    canViewUnmasked: wanted.account.canViewUnmasked,
    isStarter: false,
    state: 'invited',
    createdAt: now(),
  } as const;
  writer.db.insert(accounts).values(row).run();
  insertPostings(core, id, placed);
  addInvitation(core, id, wanted.invitation);
  return change(core, scope, { accountId: id, action: 'account.invited' }, () => undefined);
};

/** Runs a change of an account that the scope reaches, with its line in the audit. */
const change = (
  core: StoreCore,
  scope: TreeScope,
  about: { readonly accountId: string; readonly action: string },
  work: () => void,
): Change => {
  const { writer, now } = core;
  const reach = reachOf(writer, scope, { id: about.accountId, now: now() });
  const found = writer.db.select().from(accounts).where(eq(accounts.id, about.accountId)).get();
  if (reach === 'none' || found === undefined) return err({ type: 'NotFound' });
  // Whoever makes a new way into an account could use it, so nobody does so for an account that may see more.
  const seesMore = found.canViewUnmasked && !scope.actor.canViewUnmasked;
  if (reach === 'see' || seesMore) return err({ type: 'NotAllowed' });
  work();
  core.changes.account(about.accountId);
  const communityId =
    writer.db.select().from(postings).where(eq(postings.accountId, about.accountId)).get()?.spaceId ?? null;
  appendAudit(
    writer,
    {
      actorId: scope.actor.accountId,
      actorName: scope.actor.name,
      action: about.action,
      communityId,
      subjectId: about.accountId,
      facts: {},
    },
    now(),
  );
  const row = writer.db.select().from(accounts).where(eq(accounts.id, about.accountId)).get() ?? found;
  return ok(describeAccount(writer, row, now()));
};

const changePostings = (
  core: StoreCore,
  scope: TreeScope,
  input: { readonly accountId: string; readonly wanted: ChangePostings['postings'] },
): Change => {
  const placed = placeAll(core, scope, input.wanted);
  if (!Array.isArray(placed)) return err(placed);
  return change(core, scope, { accountId: input.accountId, action: 'account.postingsChanged' }, () => {
    const { writer, now } = core;
    const today = civilDateAt(now());
    const current = writer.db
      .select()
      .from(postings)
      .where(eq(postings.accountId, input.accountId))
      .all()
      .filter((posting) => isCurrentPosting(posting, today));
    for (const held of current) {
      const kept = placed.find((wanted) => wanted.unitId === held.unitId && wanted.role === held.role);
      const change = kept === undefined ? { toOn: today, endedAt: now() } : { toOn: kept.toOn };
      if (change.toOn !== undefined) writer.db.update(postings).set(change).where(eq(postings.id, held.id)).run();
    }
    const added = placed.filter(
      (wanted) => !current.some((held) => held.unitId === wanted.unitId && held.role === wanted.role),
    );
    insertPostings(core, input.accountId, added);
  });
};

const placeAll = (
  core: StoreCore,
  scope: TreeScope,
  wanted: Readonly<ChangePostings['postings']>,
): PlacedPosting[] | NotFound | NotAllowed => {
  const placed: PlacedPosting[] = [];
  for (const posting of wanted) {
    const found = placePosting(core.writer, scope, posting);
    if (typeof found === 'string') return { type: found };
    placed.push({ ...found, toOn: posting.toOn });
  }
  return placed;
};
