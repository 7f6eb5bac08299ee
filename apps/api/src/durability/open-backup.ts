import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@lianxin/domain';
import { databaseName } from '../store/sqlite/sqlite-store.ts';
import { type BackupManifest, readManifest } from './backup-manifest.ts';
import { copyProblems } from './copy-database.ts';
import { freeBytes } from './free-bytes.ts';
import type { Progress } from './progress.ts';
import { hashFile, writeOpened, writeSealed } from './sealed-file.ts';

/** Is a backup that was brought back into a database file and checked. */
export interface OpenedBackup {
  readonly manifest: BackupManifest;
  readonly databaseFile: string;
}

interface Opening {
  /** The age secret key; null for a plain backup. */
  readonly identity: string | null;
  /** Where the database is written; it is emptied first. */
  readonly directory: string;
  readonly progress: Progress;
}

/** Checks a backup file against its manifest, decrypts it, and checks the database in it as it was checked when it was made. */
export const openBackup = async (file: string, opening: Opening): Promise<Result<OpenedBackup, string>> => {
  if (!existsSync(file)) return err(`找不到备份文件 / there is no file ${file}`);
  const manifest = readManifest(file);
  if (manifest === undefined)
    return err(`缺少说明文件,这不是完成的备份 / ${file}.json is missing or damaged: this backup was never finished`);
  if ((await hashFile(file)) !== manifest.sha256)
    return err('备份文件已损坏(校验值不符) / the backup file is damaged: its SHA-256 is not the one in its manifest');
  rmSync(opening.directory, { recursive: true, force: true });
  mkdirSync(opening.directory, { recursive: true, mode: 0o700 });
  const needed = manifest.databaseBytes * 1.1 + 1_000_000;
  if (freeBytes(opening.directory) < needed)
    return err(`空间不够 / there is no room in ${opening.directory}: ${Math.ceil(needed / 1_000_000)} MB are needed`);
  const databaseFile = join(opening.directory, databaseName);
  const written = await unpack(file, databaseFile, manifest, opening);
  if (!written.ok) return written;
  const problems = copyProblems(databaseFile, manifest.snapshot, manifest.auditFault ?? undefined);
  return problems.length === 0 ? ok({ manifest, databaseFile }) : err(problems.join('\n'));
};

const unpack = async (
  file: string,
  target: string,
  manifest: BackupManifest,
  { identity, progress }: Opening,
): Promise<Result<null, string>> => {
  const onBytes = progress.count('读取备份 / reading the backup', manifest.bytes);
  if (manifest.encryptedTo.length === 0) {
    await writeSealed(file, target, { recipients: [], onBytes });
    return ok(null);
  }
  if (identity === null)
    return err(
      `备份已加密,需要密钥 / the backup is encrypted: add --identity <key file> (made for ${manifest.encryptedTo.join(', ')})`,
    );
  try {
    const { sha256 } = await writeOpened(file, target, { identity, onBytes });
    return sha256 === manifest.databaseSha256 ? ok(null) : err('the decrypted database is not the one of the manifest');
  } catch (cause) {
    return err(
      `密钥打不开这份备份 / this key does not open the backup: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
};
