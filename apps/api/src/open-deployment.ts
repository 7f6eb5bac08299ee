import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Config } from './config.ts';
import { type Keyring, openKeyFile } from './crypto/keyring.ts';
import { openSealingKeyFile, type SealingKey, sealingKeyFile } from './crypto/sealing-key.ts';
import type { Store } from './store/port.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';

/** Is an opened data directory. */
export interface Deployment {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly sealingKey: SealingKey;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Opens the data directory with its key; the server and the commands begin like this. */
export const openDeployment = (config: Config): Deployment => {
  const keyring = openKeyFile(config.keyFile);
  const sealingKey = openSealingKeyFile(sealingKeyFile(config.keyFile));
  const now = (): number => Date.now();
  const newId = (): string => v7();
  const { store } = openSqliteStore({
    directory: config.dataDirectory,
    migrationsFolder: join(config.root, 'drizzle', 'sqlite'),
    witnessDirectory: config.witnessDirectory,
    ballastBytes: config.ballastBytes,
    keyring,
    sealingKey,
    now,
    newId,
    warn: (what, facts) => console.error(new Date(now()).toISOString(), what, facts),
    onBroken: (cause) => {
      // After a failed fsync nobody knows what is on the disk: stop at once and let the next start check.
      console.error('The disk failed while writing. The server stops so that nothing false is acknowledged.', cause);
      process.exit(1);
    },
  });
  return { store, keyring, sealingKey, now, newId };
};
