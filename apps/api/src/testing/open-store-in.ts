import { join } from 'node:path';
import { v7 } from 'uuid';
import { createKeyring } from '../crypto/keyring.ts';
import { createSealingKey, newPrivateKey, type SealingKey } from '../crypto/sealing-key.ts';
import { openSqliteStore, type SqliteStoreOptions } from '../store/sqlite/sqlite-store.ts';

const migrationsFolder = join(import.meta.dirname, '../../../../drizzle/sqlite');

/** Opens a real store in a directory; time stands still until it is set. */
export const openStoreIn = (
  directory: string,
  secret: Buffer = Buffer.alloc(32, 7),
  more: Pick<SqliteStoreOptions, 'warn' | 'ballastBytes' | 'witnessDirectory'> & {
    readonly sealingKey?: SealingKey;
  } = {},
) => {
  const clock = { now: Date.parse('2026-11-20T02:00:00Z') };
  const keyring = createKeyring(secret);
  const sealingKey = more.sealingKey ?? createSealingKey(newPrivateKey());
  const onBroken = (cause: unknown): never => {
    throw cause;
  };
  const opened = openSqliteStore({
    ...more,
    directory,
    migrationsFolder,
    keyring,
    sealingKey,
    now: () => clock.now,
    newId: () => v7(),
    onBroken,
  });
  return { ...opened, directory, clock, keyring, sealingKey };
};
