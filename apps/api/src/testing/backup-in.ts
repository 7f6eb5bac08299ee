import { join } from 'node:path';
import { v7 } from 'uuid';
import { stagingDirectory } from '../backup-config.ts';
import { createKeyring } from '../crypto/keyring.ts';
import type { BackupManifest } from '../durability/backup-manifest.ts';
import { type BackupJob, makeBackup } from '../durability/make-backup.ts';
import { createProgress } from '../durability/progress.ts';
import type { RestoreJob } from '../durability/restore-backup.ts';
import { databaseName } from '../store/sqlite/sqlite-store.ts';

const progress = createProgress(() => undefined);

/** Makes a backup of a data directory and expects it to succeed. */
export const backUp = async (
  dataDirectory: string,
  backupDirectory: string,
  more: Partial<BackupJob> = {},
): Promise<BackupManifest> => {
  const made = await makeBackup({
    databaseFile: join(dataDirectory, databaseName),
    stagingDirectory: stagingDirectory(dataDirectory),
    witnessDirectory: join(dataDirectory, 'witness'),
    backupDirectory,
    recipients: [],
    keep: { hours: 24, days: 30, months: 12 },
    spareBytes: 0,
    appVersion: '0.0.0',
    now: Date.now,
    progress,
    ...more,
  });
  if (!made.ok) throw new Error(made.error);
  return made.value;
};

/** Is what a restore into a data directory of a test needs. */
export const restoreJob = (dataDirectory: string, secret: Buffer = Buffer.alloc(32, 7)): RestoreJob => ({
  dataDirectory,
  witnessDirectory: join(dataDirectory, 'witness'),
  migrationsFolder: join(import.meta.dirname, '../../../../drizzle/sqlite'),
  keyring: createKeyring(secret),
  progress,
  now: Date.now,
  newId: v7,
});
