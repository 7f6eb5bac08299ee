import type { AccountDatabase, RestingCounts, RestingMeta } from './database.ts';
import type { Loss, Sentinel } from './sentinel.ts';

/** Is what a database holds of one community, against what it should hold. */
export interface Holding {
  readonly meta: Pick<RestingMeta, 'version' | 'counts'> | null;
  readonly held: RestingCounts;
  readonly sentinel: Sentinel | null;
}

/** Tells what is missing, or null when everything is there. Browsers clear storage as a whole, but a damaged one can lose single tables. */
export const findLoss = ({ meta, held, sentinel }: Holding): Loss['kind'] | null => {
  if (meta === null) {
    if (held.rows + held.outbox + (held.packs ?? 0) > 0) return 'rows';
    return sentinel === null ? null : 'everything';
  }
  // A database of an older day came back in place of the newer one.
  if (sentinel !== null && meta.version < sentinel.version) return 'outbox';
  if (meta.counts === undefined) return null;
  if (held.outbox < meta.counts.outbox) return 'outbox';
  const lacksPacks = (held.packs ?? 0) < (meta.counts.packs ?? 0);
  return held.rows < meta.counts.rows || lacksPacks ? 'rows' : null;
};

/** Looks whether an account's database still holds what it should of a community. */
export const lookForLoss = async (
  database: AccountDatabase,
  communityId: string,
  sentinel: Sentinel | null,
): Promise<Loss['kind'] | null> => {
  const { meta, ...held } = await database.transaction(
    'r',
    [database.meta, database.outbox, database.rows, database.packs],
    async () => ({
      meta: (await database.meta.get(communityId)) ?? null,
      rows: await database.rows.where('communityId').equals(communityId).count(),
      packs: await database.packs.where('communityId').equals(communityId).count(),
      outbox: await database.outbox.where('communityId').equals(communityId).count(),
    }),
  );
  return findLoss({ meta, held, sentinel });
};
