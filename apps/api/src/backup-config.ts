import { join, resolve } from 'node:path';
import { err, ok, type Result } from '@lianxin/domain';
import { isRecipient } from './durability/backup-key.ts';
import { type KeepRule, parseKeepRule } from './durability/keep-rule.ts';

/** Is where backups go, who can open them, how often the server makes them and how many stay. */
export interface BackupConfig {
  readonly directory: string;
  readonly recipients: readonly string[];
  /** Null: the server makes none by itself. */
  readonly everyMinutes: number | null;
  readonly keep: KeepRule;
}

/** A longer wait than a timer can count would end at once. */
const longestMinutes = 7 * 24 * 60;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what the environment says about backups; an error says in plain words what to change. */
export const readBackupConfig = (
  env: Environment,
  places: { readonly root: string; readonly dataDirectory: string },
): Result<BackupConfig, string> => {
  const recipients = (env['BACKUP_RECIPIENT'] ?? '').split(/[\s,]+/).filter((text) => text !== '');
  const wrong = recipients.find((recipient) => !isRecipient(recipient));
  if (wrong !== undefined) return err(`BACKUP_RECIPIENT must be an age recipient (age1…), not ${wrong}`);
  const keep = parseKeepRule(env['BACKUP_KEEP'] ?? '24,30,12');
  if (keep === undefined)
    return err(`BACKUP_KEEP must be three numbers (hours, days, months) such as 24,30,12, not ${env['BACKUP_KEEP']}`);
  const minutes = env['BACKUP_EVERY_MINUTES'] ?? '';
  if (minutes !== '' && !(Number(minutes) >= 1 && Number(minutes) <= longestMinutes))
    return err(`BACKUP_EVERY_MINUTES must be a number of minutes up to ${longestMinutes} (a week), not ${minutes}`);
  return ok({
    directory: resolve(places.root, env['BACKUP_DIR'] ?? `${places.dataDirectory}-backups`),
    recipients,
    everyMinutes: minutes === '' ? null : Number(minutes),
    keep,
  });
};

/** Names the folder in which a copy is checked before it becomes a backup. */
export const stagingDirectory = (dataDirectory: string): string => join(dataDirectory, 'backup-in-progress');
