import { civilDateAt } from '@lianxin/domain';
import type { Account, AccountPosting } from '@lianxin/protocol';
import { and, desc, eq, gt, isNull, sum } from 'drizzle-orm';
import type { TreeScope } from '../../access/authorize.ts';
import { deploymentSpace } from '../../access/principal.ts';
import type { Side } from './core.ts';
import { type accounts, invitations, postings } from './schema/account-tables.ts';
import { replicas } from './schema/sync-tables.ts';

type AccountRow = typeof accounts.$inferSelect;
type PostingRow = typeof postings.$inferSelect;

/** Shows an account to an administrator. */
export const describeAccount = (side: Side, row: AccountRow, now: number): Account => ({
  id: row.id,
  name: row.name,
  loginName: row.loginName,
  state: row.state,
  canViewUnmasked: row.canViewUnmasked,
  postings: postingsOf(side, row.id).map((posting) => describePosting(side, posting, civilDateAt(now))),
  invitationExpiresAt: openInvitation(side, row.id, now),
  lastSeenAt: row.lastSeenAt,
  unsent: Number(
    side.db
      .select({ unsent: sum(replicas.unsent) })
      .from(replicas)
      .where(eq(replicas.accountId, row.id))
      .get()?.unsent ?? 0,
  ),
});

/** Reads an account's postings, past ones too. */
const postingsOf = (side: Side, accountId: string): readonly PostingRow[] =>
  side.db.select().from(postings).where(eq(postings.accountId, accountId)).orderBy(postings.id).all();

/** Says whether a posting still holds on a day. */
export const isCurrentPosting = (posting: PostingRow, today: string): boolean =>
  posting.endedAt === null && (posting.toOn === null || posting.toOn >= today);

/**
 * Says whether an administrator may see or change an account: to see it, one posting in reach is enough; to change it,
 * every current one must be in reach, so that a community cannot disable its street's administrator.
 */
export const reachOf = (
  side: Side,
  scope: TreeScope,
  account: { readonly id: string; readonly now: number },
): 'none' | 'see' | 'change' => {
  if (scope.isOperator) return 'change';
  const found = postingsOf(side, account.id);
  const inReach = (posting: PostingRow): boolean =>
    posting.spaceId !== deploymentSpace && scope.communityIds.has(posting.spaceId);
  if (!found.some(inReach)) return 'none';
  const today = civilDateAt(account.now);
  return found.filter((posting) => isCurrentPosting(posting, today)).every(inReach) ? 'change' : 'see';
};

const describePosting = (side: Side, posting: PostingRow, today: string): AccountPosting => ({
  id: posting.id,
  unitId: posting.unitId,
  unitName: posting.unitId === deploymentSpace ? '全部' : (side.tree.node(posting.spaceId, posting.unitId)?.name ?? ''),
  role: posting.role,
  fromOn: posting.fromOn,
  toOn: posting.toOn,
  isCurrent: isCurrentPosting(posting, today),
});

const openInvitation = (side: Side, accountId: string, now: number): number | null => {
  const open = and(eq(invitations.accountId, accountId), isNull(invitations.usedAt), gt(invitations.expiresAt, now));
  return (
    side.db.select().from(invitations).where(open).orderBy(desc(invitations.expiresAt)).limit(1).get()?.expiresAt ??
    null
  );
};
