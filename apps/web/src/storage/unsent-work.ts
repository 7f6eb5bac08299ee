import { Dexie } from 'dexie';
import type { Codec } from './codec.ts';
import { AccountDatabase, databaseName } from './database.ts';
import { knownPeople, type RescueKeys } from './known-people.ts';

/** Is the work of one person that rests on this phone and has not reached the server. */
export interface UnsentWork {
  readonly accountId: string;
  readonly name: string;
  readonly count: number;
  readonly rescueKeys: RescueKeys | null;
}

/** Tells whose work waits on this phone. Nothing of the work itself is shown: it opens only for its author. */
export const readUnsentWork = async (codec: Codec): Promise<readonly UnsentWork[]> => {
  const counted = await Promise.all(
    knownPeople().map(async ({ id, name, rescueKeys }) => ({
      accountId: id,
      name,
      rescueKeys,
      count: await countUnsent(id, codec),
    })),
  );
  return counted.filter((work) => work.count > 0);
};

const countUnsent = async (accountId: string, codec: Codec): Promise<number> => {
  // Opening would make an empty database for somebody whose records were cleared.
  if (!(await Dexie.exists(databaseName(accountId)))) return 0;
  const database = new AccountDatabase(accountId);
  try {
    const resting = await database.outbox.toArray();
    const opened = await Promise.all(
      resting.map((entry) => codec.open({ accountId, table: 'outbox', id: String(entry.key) }, entry.sealed)),
    );
    return opened.filter(isUnacknowledged).length;
  } catch {
    return 0;
  } finally {
    database.close();
  }
};

const isUnacknowledged = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'acknowledgedRev' in entry && entry.acknowledgedRev === null;
