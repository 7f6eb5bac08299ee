import { civilDateAt, err, ok } from '@lianxin/domain';
import type { Device } from '@lianxin/protocol';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { deploymentSpace } from '../../access/principal.ts';
import type { DeviceStore } from '../device-port.ts';
import { appendAudit } from './audit-log.ts';
import { inSnapshot, type Side, type StoreCore } from './core.ts';
import { isCurrentPosting, reachOf } from './describe-account.ts';
import { accounts, postings, sessions } from './schema/account-tables.ts';

/** How many of an account's devices are shown: those seen last. */
const shownPerAccount = 20;

/** Keeps the list of devices in SQLite: every session is one, also after it has ended. */
export const createDeviceStore = (core: StoreCore): DeviceStore => {
  const { reader, writer, queue, now } = core;
  return {
    list: async (scope, { communityId }) =>
      inSnapshot(reader, () => {
        // Whoever is posted above the community works in it as well; the reach below leaves out whom the scope may not see.
        const here = inArray(postings.spaceId, [communityId, deploymentSpace]);
        const today = civilDateAt(now());
        const posted = reader.db
          .select()
          .from(postings)
          .where(here)
          .all()
          .filter((one) => isCurrentPosting(one, today));
        const ids = [...new Set(posted.map(({ accountId }) => accountId))];
        const within = ids.filter((id) => reachOf(reader, scope, { id, now: now() }) !== 'none');
        return within.flatMap((id) => devicesOf(reader, id, now())).sort((a, b) => b.seenAt - a.seenAt);
      }),
    askWipe: (scope, deviceId) =>
      queue.run(() => {
        const found = writer.db.select().from(sessions).where(eq(sessions.id, deviceId)).get();
        const reach = found === undefined ? 'none' : reachOf(writer, scope, { id: found.accountId, now: now() });
        if (found === undefined || reach === 'none') return err({ type: 'NotFound' });
        if (reach === 'see') return err({ type: 'NotAllowed' });
        const { accountId } = found;
        const isThis = and(eq(sessions.accountId, accountId), eq(sessions.id, deviceId));
        // Also one that was signed out or has run out: what the phone keeps outlives its session.
        const waiting = and(isThis, isNull(sessions.wipedAt), isNull(sessions.wipeAskedAt));
        const asked = writer.db.update(sessions).set({ wipeAskedAt: now() }).where(waiting).run();
        if (asked.changes > 0) {
          core.changes.account(accountId);
          const inReach = (spaceId: string): boolean => scope.isOperator || scope.communityIds.has(spaceId);
          note(core, { ...scope.actor, action: 'device.wipeAsked' }, { accountId, deviceId, inReach });
        }
        return ok(devicesOf(writer, accountId, now()));
      }),
    reportWiped: ({ accountId, name, sessionId }) =>
      queue.run(() => {
        const at = now();
        const open = and(eq(sessions.accountId, accountId), eq(sessions.id, sessionId), isNull(sessions.wipedAt));
        const wiped = writer.db.update(sessions).set({ wipedAt: at, endedAt: at }).where(open).run();
        if (wiped.changes === 0) return;
        core.changes.account(accountId);
        note(
          core,
          { accountId, name, action: 'device.wiped' },
          { accountId, deviceId: sessionId, inReach: () => true },
        );
      }),
  };
};

/** Ids only: what a phone is called may say whose it is. */
const note = (
  { writer, now }: StoreCore,
  actor: { readonly accountId: string; readonly name: string; readonly action: string },
  about: {
    readonly accountId: string;
    readonly deviceId: string;
    readonly inReach: (spaceId: string) => boolean;
  },
): void => {
  const line = {
    actorId: actor.accountId,
    actorName: actor.name,
    action: actor.action,
    communityId: spaceOf(writer, about, now()),
    subjectId: about.accountId,
    facts: { deviceId: about.deviceId },
  };
  appendAudit(writer, line, now());
};

/** Tells whose audit a device belongs to: where its owner works now, within reach of whoever acts; of somebody who works nowhere any more, where they worked last. */
const spaceOf = (side: Side, { accountId, inReach }: Parameters<typeof note>[2], at: number): string | null => {
  const all = side.db.select().from(postings).where(eq(postings.accountId, accountId)).orderBy(postings.id).all();
  const reached = all.filter(({ spaceId }) => inReach(spaceId));
  const today = civilDateAt(at);
  return (reached.find((posting) => isCurrentPosting(posting, today)) ?? reached.at(-1))?.spaceId ?? null;
};

const devicesOf = (side: Side, accountId: string, at: number): readonly Device[] =>
  side.db
    .select()
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(eq(sessions.accountId, accountId))
    .orderBy(desc(sessions.seenAt))
    .limit(shownPerAccount)
    .all()
    .map(({ sessions: row, accounts: account }) => ({
      id: row.id,
      accountId,
      accountName: account.name,
      label: row.label ?? '',
      createdAt: row.createdAt,
      seenAt: row.seenAt,
      leaseUntil: row.leaseUntil ?? row.createdAt,
      state: stateOf(row, at),
    }));

const stateOf = (row: typeof sessions.$inferSelect, at: number): Device['state'] => {
  if (row.wipedAt !== null) return 'wiped';
  if (row.wipeAskedAt !== null) return 'wipeAsked';
  return row.endedAt !== null || row.expiresAt <= at ? 'ended' : 'active';
};
