import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { deploymentSpace } from '../../../apps/api/src/access/principal.ts';
import { openKeyFile } from '../../../apps/api/src/crypto/keyring.ts';
import { createCommitChanges } from '../../../apps/api/src/store/sqlite/commit-changes.ts';
import { createSide } from '../../../apps/api/src/store/sqlite/core.ts';
import { bucketDigests } from '../../../apps/api/src/store/sqlite/schema/sync-tables.ts';
import { createSpaceWriter, type SpaceWriter } from '../../../apps/api/src/store/sqlite/space-writer.ts';
import { openSqliteStore } from '../../../apps/api/src/store/sqlite/sqlite-store.ts';
import { addWorkers } from './add-workers.ts';
import { copyCommunity } from './copy-community.ts';
import { communityMark, idAt, type Street } from './street.ts';
import { inventRow } from './street-rows.ts';
import { writeCommunity } from './write-community.ts';

/** Where the migrations lie. */
export const migrationsFolder = join(import.meta.dirname, '../../../drizzle/sqlite');

/** Loads a street into a data directory, through the tables and the writer that pushes use, unless it is there already. */
export const buildStreet = async (directory: string, communities: number): Promise<Street> => {
  const list = join(directory, 'street.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8'));
  const keyring = openKeyFile(join(directory, 'keys', 'lianxin.key'));
  const onBroken = (cause: unknown): never => {
    throw cause;
  };
  const options = { directory, migrationsFolder, keyring, now: Date.now, newId: () => idAt(Date.now()), onBroken };
  await openSqliteStore(options).store.close();
  const now = Date.now();
  const street = inOneTransaction(join(directory, 'lianxin.sqlite'), (sqlite): Street => {
    const side = createSide(sqlite);
    const spaces = createSpaceWriter({ writer: side, changes: createCommitChanges() });
    const first = writeCommunity({ side, spaces, streetId: writeStreet(spaces, now), now });
    const others = withoutIndexes(sqlite, () =>
      Array.from({ length: communities - 1 }, (_, at) => copyCommunity(side, first, at + 1)),
    );
    // Copied rows have ids of their own, so the sums over them are made anew when the store is opened.
    side.db.delete(bucketDigests).run();
    const { hashSecret } = keyring;
    return { communities: [first, ...others].map((community) => addWorkers(side, community, { hashSecret, now })) };
  });
  await openSqliteStore(options).store.close();
  writeFileSync(list, JSON.stringify(street));
  return street;
};

/** Writes the street that communities lie in. */
export const writeStreet = (spaces: SpaceWriter, at: number): string => {
  const id = idAt(at, communityMark(99));
  const rev = spaces.nextRev(deploymentSpace);
  const writing = { communityId: deploymentSpace, rev, at, mutationId: idAt(at), userId: id, userName: '管理员' };
  const fields = { kind: 'street', name: '青禾街道' };
  spaces.write(deploymentSpace, [inventRow(writing, { table: 'unit', id, buckets: [], fields })]);
  return id;
};

/** Makes indexes once at the end: sorting is much faster than inserting in no order. */
const withoutIndexes = <T>(sqlite: Database.Database, work: () => T): T => {
  const indexes = sqlite
    .prepare<[], { readonly name: string; readonly sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all();
  for (const { name } of indexes) sqlite.exec(`DROP INDEX "${name}"`);
  const value = work();
  for (const { sql } of indexes) sqlite.exec(sql);
  return value;
};

/** Writes without waiting for the disk: a street that is half there after a crash is built anew. */
export const inOneTransaction = <T>(file: string, work: (sqlite: Database.Database) => T): T => {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -1000000');
  sqlite.pragma('temp_store = MEMORY');
  const value = sqlite.transaction(() => work(sqlite))();
  sqlite.pragma('journal_mode = WAL');
  sqlite.close();
  return value;
};
