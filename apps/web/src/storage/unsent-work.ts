import { Dexie } from 'dexie';
import type { Codec } from './codec.ts';
import { AccountDatabase, databaseName } from './database.ts';

/** Is the work of one person that rests on this phone and has not reached the server. */
export interface UnsentWork {
  readonly accountId: string;
  readonly name: string;
  readonly count: number;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

const peopleKey = 'lianxin.people';

/** Notes whose database rests on this device, so that their unsent work can be told by name after they have left. */
export const rememberPerson = ({ id, name }: Person): void => {
  const others = readPeople().filter((person) => person.id !== id);
  localStorage.setItem(peopleKey, JSON.stringify([{ id, name }, ...others]));
};

/** Tells whose work waits on this phone. Nothing of the work itself is shown: it opens only for its author. */
export const readUnsentWork = async (codec: Codec): Promise<readonly UnsentWork[]> => {
  const counted = await Promise.all(
    readPeople().map(async ({ id, name }) => ({ accountId: id, name, count: await countUnsent(id, codec) })),
  );
  return counted.filter((work) => work.count > 0);
};

const readPeople = (): readonly Person[] => {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(peopleKey) ?? '[]');
    return Array.isArray(known) ? known.filter(isPerson) : [];
  } catch {
    return [];
  }
};

const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'name' in value &&
  typeof value.id === 'string' &&
  typeof value.name === 'string';

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
