import { civilDateAt, dayMs, startOfDay } from '@lianxin/domain';
import { eq, sql } from 'drizzle-orm';
import { type ResolvedAccess, resolveAccess } from '../../access/resolve-access.ts';
import type { Side } from './core.ts';
import { oncePerSide } from './once-per-side.ts';
import { postings } from './schema/account-tables.ts';

const postingsQuery = oncePerSide(({ db }) =>
  db
    .select()
    .from(postings)
    .where(eq(postings.accountId, sql.placeholder('accountId')))
    .orderBy(postings.id)
    .prepare(),
);

/** Reads what an account may do, on the connection and in the snapshot of the rows it is needed for. */
export const readAccess = (side: Side, accountId: string, now: number): ResolvedAccess => {
  const today = civilDateAt(now);
  const found = postingsQuery(side).all({ accountId });
  return resolveAccess(
    found.map((posting) => ({
      role: posting.role,
      unitId: posting.unitId,
      spaceId: posting.spaceId,
      // A duty that ran out ended with its last day: what was written until then is still taken.
      endedAt:
        posting.endedAt ?? (posting.toOn !== null && posting.toOn < today ? startOfDay(posting.toOn) + dayMs : null),
      isCurrent:
        posting.endedAt === null && posting.fromOn <= today && (posting.toOn === null || posting.toOn >= today),
    })),
    side.tree,
  );
};
