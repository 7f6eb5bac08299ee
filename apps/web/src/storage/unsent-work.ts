import { Dexie } from 'dexie';
import { AccountDatabase, databaseName } from './database.ts';
import { readRestingDeposits } from './deposits/resting-deposits.ts';
import { type KnownPerson, knownPeople } from './known-people.ts';
import { readSentinel } from './sentinel.ts';

/** Is somebody with records on this phone, and how much of their work has not reached the server. */
export interface PersonHere extends KnownPerson {
  readonly unsent: number;
}

/** Lists everybody who has records on this phone, with how much of their work waits; nobody's PIN is needed to know that, and nothing of the work itself is shown. */
export const readPeopleHere = async (): Promise<readonly PersonHere[]> => {
  const people = await Promise.all(
    knownPeople().map(async (person) =>
      // Opening would make an empty database for somebody whose records were cleared.
      (await Dexie.exists(databaseName(person.id))) ? [{ ...person, unsent: await countUnsent(person.id) }] : [],
    ),
  );
  return people.flat();
};

/** Counts without a key: what of the outbox has no receipt can be told without opening it, and how much of it was acknowledged stands beside the database. */
const countUnsent = async (accountId: string): Promise<number> => {
  const database = new AccountDatabase(accountId);
  try {
    const waiting = await readRestingDeposits(accountId);
    const metas = await database.meta.toArray();
    const counts = metas.map(async ({ communityId, version }) => {
      const held = waiting.filter(({ place }) => place[0] === communityId).length;
      const sentinel = readSentinel(accountId, communityId);
      return sentinel?.version === version ? Math.min(held, sentinel.unsent) : held;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  } catch {
    return 0;
  } finally {
    database.close();
  }
};
