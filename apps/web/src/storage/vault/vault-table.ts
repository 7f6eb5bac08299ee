import { Dexie } from 'dexie';
import { type AccountDatabase, databaseName, openAccountDatabase } from '../database.ts';
import { StorageFailure } from '../storage-failure.ts';
import { type NextTry, nextTry } from './pin-tries.ts';
import type { RestingClock, RestingLock, RestingTries } from './resting-vault.ts';

/** Is what rests of a vault. */
export interface VaultRecords {
  readonly lock: RestingLock | null;
  readonly tries: RestingTries | null;
  readonly clock: RestingClock | null;
  /** Whether something rests sealed: without its lock it opens never again. */
  readonly holdsSealed: boolean;
}

/**
 * Works in an account's database for a moment; throws StorageFailure when that fails. After a wipe, which may come in the
 * middle of a try, nothing of the account comes back: a database that this moment has made, and in which it has set up no
 * lock, goes again.
 */
export const inDatabase = async <T>(accountId: string, work: (database: AccountDatabase) => Promise<T>): Promise<T> => {
  const database = await openAccountDatabase(accountId);
  // A newer version in another tab must never be blocked by this moment.
  database.on('versionchange', () => {
    database.close({ disableAutoOpen: true });
    return false;
  });
  try {
    return await work(database);
  } catch (cause) {
    // Browsers tell of damaged storage in many ways; whatever keeps a vault from being read is its failure.
    throw StorageFailure.of(cause);
  } finally {
    if (database.isNew && (await database.vault.get('vault')) === undefined) await database.delete();
    else database.close();
  }
};

/** Reads what rests of a vault; makes no database for somebody who has none. */
export const readVault = async (accountId: string): Promise<VaultRecords> =>
  (await Dexie.exists(databaseName(accountId)))
    ? await inDatabase(accountId, async (database) => ({
        ...(await readRecords(database)),
        holdsSealed: await holdsSealed(database),
      }))
    : { lock: null, tries: null, clock: null, holdsSealed: false };

const readRecords = async (database: AccountDatabase): Promise<Omit<VaultRecords, 'holdsSealed'>> => {
  const records = await database.vault.toArray();
  const lock = records.find((record) => record.key === 'vault') ?? null;
  const tries = records.find((record) => record.key === 'tries') ?? null;
  const clock = records.find((record) => record.key === 'clock') ?? null;
  return { lock, tries, clock };
};

const holdsSealed = async ({ meta, outbox, drafts }: AccountDatabase): Promise<boolean> => {
  const found = await Promise.all([meta.toArray(), outbox.limit(1).toArray(), drafts.limit(1).toArray()]);
  return found.flat().some(({ sealed }) => typeof sealed !== 'string');
};

/** Counts a try and only then lets it happen: the count is on the phone before the PIN is looked at. */
export const countTry = (accountId: string, now: number, seenAt?: number): Promise<NextTry> =>
  inDatabase(accountId, (database) =>
    database.transaction('rw', database.vault, async () => {
      const { tries } = await readRecords(database);
      // By the latest time ever seen, this try's own among them: a clock that is set back makes nobody wait less.
      const decision = nextTry(tries, await putTime(database, now, seenAt));
      if (decision.type === 'allowed') await database.vault.put({ key: 'tries', ...decision.counted });
      return decision;
    }),
  );

/** Forgets the wrong PINs, because the right one was typed, and notes the time of it. */
export const settleTries = (accountId: string, now: number, seenAt?: number): Promise<void> =>
  inDatabase(accountId, (database) =>
    database.transaction('rw', database.vault, async () => {
      await database.vault.delete('tries');
      await putTime(database, now, seenAt);
    }),
  );

/** Erases the data key: what is sealed with it is gone for good, and what is sealed to the server stays. */
export const eraseDataKey = (accountId: string): Promise<void> =>
  inDatabase(accountId, (database) =>
    database.transaction('rw', database.vault, async () => {
      const { lock } = await readRecords(database);
      if (lock === null) return;
      await database.vault.put({ ...lock, salt: new Uint8Array(), deviceSecret: null, wrap: null });
      await database.vault.delete('tries');
    }),
  );

/** Puts a lock in place of the one that was read; false when another window was faster. */
export const replaceLock = (accountId: string, read: RestingLock | null, next: RestingLock): Promise<boolean> =>
  inDatabase(accountId, (database) =>
    database.transaction('rw', database.vault, async () => {
      const { lock } = await readRecords(database);
      if (markOf(lock) !== markOf(read)) return false;
      await database.vault.put(next);
      return true;
    }),
  );

/** Every wrap has an iv of its own, so that it tells one lock from another. */
const markOf = (lock: RestingLock | null): string | null => (lock === null ? null : String(lock.wrap?.iv ?? 'erased'));

/** Remembers the latest time that was seen here. An answer of the server puts an earlier wrong clock right, down to `seenAt`, when it was heard, and no further. */
export const noteTime = (accountId: string, now: number, seenAt?: number): Promise<void> =>
  inDatabase(accountId, (database) =>
    database.transaction('rw', database.vault, async () => void (await putTime(database, now, seenAt))),
  );

const putTime = async (database: AccountDatabase, now: number, seenAt?: number): Promise<number> => {
  const { clock } = await readRecords(database);
  const highest = Math.max(now, seenAt ?? clock?.highest ?? 0);
  if (highest !== clock?.highest) await database.vault.put({ key: 'clock', highest });
  return highest;
};
