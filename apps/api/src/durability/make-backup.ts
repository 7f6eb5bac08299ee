import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '@lianxin/domain';
import { lockDirectory } from '../store/sqlite/process-lock.ts';
import { type BackupManifest, listBackups, manifestOf, removeBackup } from './backup-manifest.ts';
import { backUpPhotos, newPhotoBytes, thinPhotos } from './backup-photos.ts';
import { auditFaultIn, copyDatabase, copyProblems } from './copy-database.ts';
import { syncDirectory, writeWhole } from './durable-files.ts';
import { copyErasures } from './erasure-list.ts';
import { freeBytes } from './free-bytes.ts';
import { type KeepRule, keptBackups } from './keep-rule.ts';
import { markSafe } from './mark-safe.ts';
import type { Progress } from './progress.ts';
import { writeBackupFile } from './write-backup-file.ts';

/** Is what a backup is made of and where it goes. */
export interface BackupJob {
  readonly databaseFile: string;
  /** A folder on a disk that may hold the records in clear: the copy is checked there before it is encrypted. */
  readonly stagingDirectory: string;
  readonly witnessDirectory: string;
  readonly backupDirectory: string;
  /** Who can open it, as age recipients; nobody in particular when empty. */
  readonly recipients: readonly string[];
  readonly keep: KeepRule;
  /** Room that stays free beside the data, so that a backup never makes new records wait. */
  readonly spareBytes: number;
  readonly appVersion: string;
  readonly now: () => number;
  readonly progress: Progress;
}

/** Makes a backup while the server runs or not. It counts, and phones show the third tick, only after it was opened again and found whole. An audit that was tampered with is backed up all the same: the records matter more. */
export const makeBackup = async (job: BackupJob): Promise<Result<BackupManifest, string>> => {
  mkdirSync(job.stagingDirectory, { recursive: true, mode: 0o700 });
  mkdirSync(job.backupDirectory, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(job.stagingDirectory, '另一个备份正在进行 / another backup is already at work in');
  try {
    removeLeftovers(job);
    const short = missingRoom(job);
    if (short !== undefined) return err(short);
    const made = await copyAndCheck(job);
    if (made.ok) {
      markSafe(job.databaseFile, made.value, job.now());
      thin(job);
    }
    return made;
  } finally {
    removeLeftovers(job);
    lock.release();
  }
};

const stagedFile = (job: BackupJob): string => join(job.stagingDirectory, 'copy.sqlite');

const copyAndCheck = async (job: BackupJob): Promise<Result<BackupManifest, string>> => {
  const staged = stagedFile(job);
  const snapshot = await copyDatabase(job.databaseFile, staged, job.progress);
  const fault = auditFaultIn(job.databaseFile);
  const problems = copyProblems(staged, snapshot, fault);
  if (problems.length > 0) return err(problems.join('\n'));
  const createdAt = job.now();
  const name = `lianxin-${new Date(createdAt).toISOString().replace(/[:.]/g, '-')}.sqlite`;
  const file = job.recipients.length > 0 ? `${name}.age` : name;
  const partial = join(job.backupDirectory, `${file}.partial`);
  const written = await writeBackupFile(staged, partial, job);
  if (!written.ok) return written;
  const photos = await backUpPhotos({ ...placesOf(job), copy: staged }, join(job.backupDirectory, file));
  const manifest: BackupManifest = {
    format: 1,
    createdAt,
    appVersion: job.appVersion,
    file,
    ...written.value,
    snapshot,
    auditFault: fault ?? null,
    photos,
    encryptedTo: [...job.recipients],
  };
  publish(job, partial, manifest);
  return ok(manifest);
};

const placesOf = ({ databaseFile, backupDirectory }: BackupJob) => ({
  dataDirectory: dirname(databaseFile),
  backupDirectory,
});

/** Gives the checked file its name last of all: whatever carries the name of a backup is whole and has its manifest. */
const publish = (job: BackupJob, partial: string, manifest: BackupManifest): void => {
  const path = join(job.backupDirectory, manifest.file);
  copyErasures([job.witnessDirectory], job.backupDirectory);
  writeWhole(manifestOf(path), `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(partial, path);
  syncDirectory(job.backupDirectory);
};

/** What an interrupted backup left behind; nobody else works here while the lock is held. */
const removeLeftovers = (job: BackupJob): void => {
  for (const name of readdirSync(job.stagingDirectory)) {
    if (name.startsWith('copy.sqlite')) rmSync(join(job.stagingDirectory, name));
  }
  for (const name of readdirSync(job.backupDirectory)) {
    const base = name.replace(/\.(json|photos)$/, '');
    const isAlone = base !== name && !existsSync(join(job.backupDirectory, base));
    if (/^lianxin-.*\.partial$/.test(name) || (/^lianxin-/.test(name) && isAlone))
      rmSync(join(job.backupDirectory, name));
  }
};

const thin = (job: BackupJob): void => {
  const backups = listBackups(job.backupDirectory);
  const kept = keptBackups(
    backups.map(({ createdAt }) => createdAt),
    job.keep,
  );
  for (const backup of backups) if (!kept.has(backup.createdAt)) removeBackup(job.backupDirectory, backup);
  const left = backups.filter(({ createdAt }) => kept.has(createdAt));
  thinPhotos(
    job.backupDirectory,
    left.map(({ file, photos }) => ({ file, photos: photos?.count ?? 0 })),
  );
};

const missingRoom = (job: BackupJob): string | undefined => {
  const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const copyBytes = (sizeOf(job.databaseFile) + sizeOf(`${job.databaseFile}-wal`)) * 1.1 + 1_000_000;
  const isOneDisk = statSync(job.stagingDirectory).dev === statSync(job.backupDirectory).dev;
  const needs: readonly (readonly [string, number])[] = [
    [job.stagingDirectory, (isOneDisk ? copyBytes * 2 : copyBytes) + job.spareBytes],
    [job.backupDirectory, copyBytes + newPhotoBytes(dirname(job.databaseFile), job.backupDirectory)],
  ];
  const short = needs.find(([directory, bytes]) => freeBytes(directory) < bytes);
  if (short === undefined) return undefined;
  return `空间不够 / there is no room in ${short[0]}: a backup needs ${Math.ceil(short[1] / 1_000_000)} MB there`;
};
