import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@lianxin/domain';
import type { Keyring } from '../crypto/keyring.ts';
import type { NewAuditEntry } from '../store/port.ts';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { lockDirectory } from '../store/sqlite/process-lock.ts';
import { databaseName, openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { beginHistory } from './begin-history.ts';
import { applyRevocations, readRevocations } from './carry-revocations.ts';
import { copyErasures } from './erasure-list.ts';
import type { HighWater } from './high-water.ts';
import { openBackup } from './open-backup.ts';
import type { Progress } from './progress.ts';
import { replaceDatabase } from './restore-files.ts';
import { type RestoredPhotos, restorePhotos } from './restore-photos.ts';
import { rememberedHistories, witnessAnew } from './witness-anew.ts';

/** Is the deployment that a restore works on, and time and ids from outside. */
export interface RestoreJob {
  readonly dataDirectory: string;
  readonly witnessDirectory: string;
  readonly migrationsFolder: string;
  readonly keyring: Keyring;
  readonly progress: Progress;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Is what a restore did. */
export interface Restored {
  readonly manifest: BackupManifest;
  /** Where the former database lies now; null when there was none. */
  readonly aside: string | null;
  /** Accounts that were disabled after the backup and are again. */
  readonly disabledAgain: number;
  /** Whether the former database could still say who was shut out after the backup. */
  readonly knowsRevocations: boolean;
  /** Communities that the backup does not have. */
  readonly missing: readonly string[];
  readonly photos: RestoredPhotos;
}

/** Puts a backup in the place of the database while no server runs. Everything is prepared and checked beside it first. */
export const restoreBackup = async (
  job: RestoreJob,
  file: string,
  identity: string | null,
): Promise<Result<Restored, string>> => {
  const lock = lockDirectory(job.dataDirectory);
  const directory = join(job.dataDirectory, 'restore-in-progress');
  try {
    const opened = await openBackup(file, { identity, directory, progress: job.progress });
    if (!opened.ok) return opened;
    const { manifest, databaseFile } = opened.value;
    if (manifest.snapshot.keyCheck !== job.keyring.checkValue)
      return err(
        '密钥文件与备份不符 / the key file (KEY_FILE) does not belong to this backup: put the right one in place',
      );
    return ok(await putInPlace(job, { file, manifest, databaseFile }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
    lock.release();
  }
};

interface Prepared {
  readonly file: string;
  readonly manifest: BackupManifest;
  readonly databaseFile: string;
}

const putInPlace = async (job: RestoreJob, { file, manifest, databaseFile }: Prepared): Promise<Restored> => {
  const present = join(job.dataDirectory, databaseName);
  const remembered = rememberedHistories(job.witnessDirectory, present);
  const revocations = readRevocations(present);
  const staged = dirname(databaseFile);
  const witnessDirectory = join(staged, 'witness');
  mkdirSync(witnessDirectory, { mode: 0o700 });
  copyErasures([dirname(file), job.witnessDirectory], witnessDirectory);
  // Opening brings an older backup to this version and erases again whoever was erased since.
  const { core, store } = openSqliteStore({
    ...job,
    directory: staged,
    witnessDirectory,
    onBroken: fail,
    isStaged: true,
  });
  const disabledAgain = await core.queue.run(() => {
    beginHistory(core.writer.sqlite, remembered, job);
    const again = revocations === undefined ? 0 : applyRevocations(core.writer.sqlite, revocations, job.now());
    appendAudit(core.writer, restoredEntry(manifest, again), job.now());
    return again;
  });
  const photos = await restorePhotos(core, { ...job, backupDirectory: dirname(file) });
  await store.close();
  const aside = replaceDatabase(job.dataDirectory, databaseFile, job.now());
  witnessAnew(job.witnessDirectory, present);
  copyErasures([dirname(file)], job.witnessDirectory);
  return {
    manifest,
    aside,
    disabledAgain,
    knowsRevocations: revocations !== undefined,
    missing: communitiesMissing(manifest, remembered),
    photos,
  };
};

const fail = (cause: unknown): never => {
  throw cause;
};

const restoredEntry = ({ file, sha256, createdAt }: BackupManifest, disabledAgain: number): NewAuditEntry => ({
  actorId: null,
  actorName: null,
  action: 'database.restored',
  communityId: null,
  subjectId: file,
  facts: { sha256, madeAt: createdAt, disabledAgain },
});

const communitiesMissing = (manifest: BackupManifest, remembered: readonly HighWater[]): readonly string[] => {
  const here = manifest.snapshot.highWater.communities;
  return [...new Set(remembered.flatMap(({ communities }) => Object.keys(communities)))].filter((id) => !(id in here));
};
