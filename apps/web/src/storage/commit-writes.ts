import type { AccountDatabase, RestingCounts, RestingMeta } from './database.ts';
import { answerOf, endOf } from './raw-database.ts';

/** Is what one commit does to one table: what is cleared or removed goes before anything is put. */
export interface TableWrites {
  readonly table: 'rows' | 'packs' | 'outbox' | 'attention' | 'kept';
  /** Whether everything of the community goes. */
  readonly clears?: boolean;
  readonly remove: readonly IDBValidKey[];
  readonly put: readonly object[];
}

const tables = ['rows', 'packs', 'outbox', 'attention', 'kept', 'meta'];

/**
 * Writes a commit in one strict transaction, if the database still stands at the version before `meta`; else it is
 * `stale` and nothing is written. A person waits for it with every save, so it asks IndexedDB itself: Dexie takes a slow
 * phone twice as long.
 */
export const commitWrites = async (
  database: AccountDatabase,
  meta: Omit<RestingMeta, 'counts'>,
  writes: readonly TableWrites[],
): Promise<'committed' | 'stale'> => {
  // Dexie opens what is closed, and refuses what was closed for good.
  if (!database.isOpen()) await database.transaction('r', database.meta, async () => undefined);
  const transaction = database.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
  const ended = endOf(transaction);
  try {
    const result = await write(transaction, meta, writes);
    transaction.commit();
    await ended;
    return result;
  } catch (cause) {
    abort(transaction);
    // The transaction knows best why it ended; of what was thrown into it, it knows nothing.
    throw await ended.then(
      () => cause,
      (reason) => reason ?? cause,
    );
  }
};

const write = async (
  transaction: IDBTransaction,
  meta: Omit<RestingMeta, 'counts'>,
  writes: readonly TableWrites[],
): Promise<'committed' | 'stale'> => {
  const { communityId } = meta;
  const current = await answerOf<RestingMeta | undefined>(transaction.objectStore('meta').get(communityId));
  if ((current?.version ?? 0) !== meta.version - 1) return 'stale';
  for (const each of writes) await writeTable(transaction.objectStore(each.table), communityId, each);
  const counts = await countNow(transaction, communityId, touchesRows(writes) ? undefined : current?.counts);
  transaction.objectStore('meta').put({ ...meta, counts });
  return 'committed';
};

/** Puts without waiting: a request that fails ends the transaction. */
const writeTable = async (table: IDBObjectStore, communityId: string, writes: TableWrites): Promise<void> => {
  const cleared = writes.clears ? await answerOf(table.index('communityId').getAllKeys(communityId)) : [];
  for (const key of [...cleared, ...writes.remove]) table.delete(key);
  for (const value of writes.put) table.put(value);
};

const touchesRows = (writes: readonly TableWrites[]): boolean =>
  writes.some(
    ({ table, clears, remove, put }) =>
      (table === 'rows' || table === 'packs') && (clears === true || remove.length + put.length > 0),
  );

/** Counted in the transaction that writes, so that the numbers can only be right; a save touches no rows and counts none. */
const countNow = async (
  transaction: IDBTransaction,
  communityId: string,
  known: RestingCounts | undefined,
): Promise<RestingCounts> => {
  const count = (table: string): Promise<number> =>
    answerOf(transaction.objectStore(table).index('communityId').count(communityId));
  const [rows, packs, outbox] = await Promise.all([
    known?.rows ?? count('rows'),
    known === undefined ? count('packs') : (known.packs ?? 0),
    count('outbox'),
  ]);
  return { rows, packs, outbox };
};

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
};
