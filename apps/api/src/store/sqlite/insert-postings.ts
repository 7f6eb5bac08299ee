import { civilDateAt } from '@lianxin/domain';
import { count } from 'drizzle-orm';
import { deploymentSpace } from '../../access/principal.ts';
import type { Side, StoreCore } from './core.ts';
import type { PlacedPosting } from './place-posting.ts';
import { accounts, postings } from './schema/account-tables.ts';

/** Gives duties to an account, from today. */
export const insertPostings = (
  { writer, now, newId }: StoreCore,
  accountId: string,
  placed: readonly PlacedPosting[],
): void => {
  for (const { unitId, spaceId, role, toOn = null } of placed) {
    writer.db
      .insert(postings)
      .values({ id: newId(), accountId, unitId, spaceId, role, fromOn: civilDateAt(now()), toOn })
      .run();
  }
};

/** Gives an operator's duty to an account; for the first start and the command line. */
export const postOperator = (core: StoreCore, accountId: string): void =>
  insertPostings(core, accountId, [{ unitId: deploymentSpace, spaceId: deploymentSpace, role: 'operator' }]);

/** Tells whether the deployment has no account yet. */
export const hasNoAccount = (side: Side): boolean =>
  (side.db.select({ n: count() }).from(accounts).get()?.n ?? 0) === 0;
