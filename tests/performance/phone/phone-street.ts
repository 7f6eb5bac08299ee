import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDateAt, dayMs } from '@lianxin/domain';
import { eq } from 'drizzle-orm';
import { openKeyFile } from '../../../apps/api/src/crypto/keyring.ts';
import { hashPassword } from '../../../apps/api/src/crypto/password.ts';
import { createCommitChanges } from '../../../apps/api/src/store/sqlite/commit-changes.ts';
import { createSide, type Side } from '../../../apps/api/src/store/sqlite/core.ts';
import { accounts, postings } from '../../../apps/api/src/store/sqlite/schema/account-tables.ts';
import { createSpaceWriter } from '../../../apps/api/src/store/sqlite/space-writer.ts';
import { openSqliteStore } from '../../../apps/api/src/store/sqlite/sqlite-store.ts';
import { password } from '../../e2e/harness/password.ts';
import { addWorkers } from '../street/add-workers.ts';
import { folder } from '../street/bench-folder.ts';
import { inOneTransaction, migrationsFolder, writeStreet } from '../street/build-street.ts';
import { idAt } from '../street/street.ts';
import { type PhoneCommunity, type PhoneShape, writePhoneCommunity } from './phone-community.ts';

/** A large register: eight grids on one phone. */
const largeShape: PhoneShape = { grids: 8, householdsPerGrid: 375, residents: 8_000, visits: 30_000 };
/** What a worker of two busy grids has. */
const usualShape: PhoneShape = { grids: 2, householdsPerGrid: 350, residents: 2_500, visits: 17_000 };

/** The names they sign in with. */
export const logins = { large: 'wangfang-large', usual: 'wangfang-usual' } as const;

/** Is the data directory of two communities, with a signed-in worker in each. */
export interface PhoneStreet {
  readonly directory: string;
  readonly large: PhoneCommunity;
  readonly usual: PhoneCommunity;
}

/** Builds the communities of the phone benches, once for all benches of a run. */
export const phoneStreet = async (): Promise<PhoneStreet> => {
  const directory = join(folder, 'phone-street');
  const list = join(directory, 'phone-street.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8'));
  mkdirSync(directory, { recursive: true });
  const keyring = openKeyFile(join(directory, 'keys', 'lianxin.key'));
  const onBroken = (cause: unknown): never => {
    throw cause;
  };
  const options = { directory, migrationsFolder, keyring, now: Date.now, newId: () => idAt(Date.now()), onBroken };
  await openSqliteStore(options).store.close();
  const now = Date.now();
  const passwordHash = await hashPassword(password);
  const made = inOneTransaction(join(directory, 'lianxin.sqlite'), (sqlite) => {
    const side = createSide(sqlite);
    const spaces = createSpaceWriter({ writer: side, changes: createCommitChanges() });
    const streetId = writeStreet(spaces, now);
    const build = (shape: PhoneShape, name: string, loginName: string): PhoneCommunity => {
      const community = writePhoneCommunity(spaces, { streetId, now, shape, name });
      return signIn(side, community, { hashSecret: keyring.hashSecret, passwordHash, loginName, now });
    };
    return {
      large: build(largeShape, '青禾路社区', logins.large),
      usual: build(usualShape, '石榴园社区', logins.usual),
    };
  });
  await openSqliteStore(options).store.close();
  const street = { directory, ...made };
  writeFileSync(list, JSON.stringify(street));
  return street;
};

interface SigningIn {
  readonly hashSecret: (secret: string) => string;
  readonly passwordHash: string;
  readonly loginName: string;
  readonly now: number;
}

/** Gives the worker an account with a password, a session and every grid. */
const signIn = (
  side: Side,
  { id, grids, worker }: PhoneCommunity,
  { hashSecret, passwordHash, loginName, now }: SigningIn,
): PhoneCommunity => {
  const community = { id, epoch: '', grids, workers: [worker], top: 0, weekAgo: 0 };
  const [signedIn = worker] = addWorkers(side, community, { hashSecret, now }).workers;
  const login = { loginName, loginKey: loginName, passwordHash };
  side.db.update(accounts).set(login).where(eq(accounts.id, worker.accountId)).run();
  for (const grid of grids.slice(1)) {
    const posting = {
      id: idAt(now),
      accountId: worker.accountId,
      spaceId: id,
      unitId: grid.id,
      role: 'gridWorker',
    } as const;
    side.db
      .insert(postings)
      .values({ ...posting, fromOn: civilDateAt(now - 365 * dayMs), toOn: null })
      .run();
  }
  return { id, grids, worker: signedIn };
};
