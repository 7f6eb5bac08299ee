import { statSync } from 'node:fs';
import { err, ok, type Result } from '@lianxin/domain';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Progress } from './progress.ts';
import { hashFile, hashOpened, type WrittenFile, writeSealed } from './sealed-file.ts';

/** Is a backup file as it was written and read back. */
export type BackupFile = WrittenFile & { readonly databaseSha256: string; readonly databaseBytes: number };

/**
 * Writes the backup of a checked copy and opens it again from the disk. An encrypted one is opened with an identity that
 * exists only in this process for as long as the check takes: the operator's key stays elsewhere, and still it is known
 * that the file opens.
 */
export const writeBackupFile = async (
  copy: string,
  target: string,
  options: { readonly recipients: readonly string[]; readonly progress: Progress },
): Promise<Result<BackupFile, string>> => {
  const { size } = statSync(copy);
  const databaseSha256 = await hashFile(copy);
  const identity = options.recipients.length === 0 ? undefined : await checkingIdentity(options.recipients);
  const recipients = identity === undefined ? [] : [...options.recipients, await identityToRecipient(identity)];
  const written = await writeSealed(copy, target, {
    recipients,
    onBytes: options.progress.count('写出 / writing', size),
  });
  const isWhole = (await hashFile(target)) === written.sha256;
  const onBytes = options.progress.count('核对 / reading back', size);
  const opened = identity === undefined ? written.sha256 : await hashOpened(target, { identity, onBytes });
  if (!isWhole || opened !== databaseSha256) return err(`what was written to ${target} reads back otherwise`);
  return ok({ ...written, databaseSha256, databaseBytes: size });
};

/** Of the same kind as the recipients', so that checking makes nothing weaker. */
const checkingIdentity = (recipients: readonly string[]): Promise<string> =>
  recipients.every((recipient) => recipient.startsWith('age1pq1'))
    ? generateHybridIdentity()
    : generateX25519Identity();
