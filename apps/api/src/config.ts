import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '@lianxin/domain';
import { type PhoneSettings, usualPhones } from './access/phone-settings.ts';
import { type BackupConfig, readBackupConfig } from './backup-config.ts';

/** Is how the server is to run. */
export interface Config {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly keyFile: string;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly publicUrl: URL | null;
  readonly isDemo: boolean;
  /** The second place that remembers how far the database has come; best on another disk. */
  readonly witnessDirectory: string;
  /** How much room is kept back for a full disk. */
  readonly ballastBytes: number;
  readonly backup: BackupConfig;
  readonly phones: PhoneSettings;
}

/** Reads the configuration from environment and arguments; an error says in plain words what to change. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  root: string,
): Result<Config, string> => {
  const port = Number(env['PORT'] ?? '8787');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return err(`PORT must be a number from 0 to 65535, not ${env['PORT']}`);
  const publicUrl = env['PUBLIC_URL'] ?? '';
  if (publicUrl !== '' && !URL.canParse(publicUrl))
    return err(`PUBLIC_URL must be an address such as https://lianxin.example.org, not ${publicUrl}`);
  const tls = readTls(env);
  if (!tls.ok) return tls;
  const dataDirectory = resolve(root, env['DATA_DIR'] ?? 'data');
  const backup = readBackupConfig(env, { root, dataDirectory });
  if (!backup.ok) return backup;
  const ballastMb = Number(env['BALLAST_MB'] ?? '64');
  if (!(ballastMb >= 0)) return err(`BALLAST_MB must be a number of megabytes, not ${env['BALLAST_MB']}`);
  const phones = readPhones(env);
  if (!phones.ok) return phones;
  return ok({
    root,
    host: env['HOST'] ?? '127.0.0.1',
    port,
    dataDirectory,
    keyFile:
      env['KEY_FILE'] === undefined ? join(dataDirectory, 'keys', 'lianxin.key') : resolve(root, env['KEY_FILE']),
    tls: tls.value,
    publicUrl: publicUrl === '' ? null : new URL(publicUrl),
    isDemo: args.includes('--demo'),
    witnessDirectory:
      env['WITNESS_DIR'] === undefined ? join(dataDirectory, 'witness') : resolve(root, env['WITNESS_DIR']),
    ballastBytes: Math.round(ballastMb * 1_048_576),
    backup: backup.value,
    phones: phones.value,
  });
};

const readPhones = (env: Readonly<Record<string, string | undefined>>): Result<PhoneSettings, string> => {
  const leaseDays = Number(env['LEASE_DAYS'] ?? usualPhones.leaseDays);
  if (!Number.isInteger(leaseDays) || leaseDays < 1 || leaseDays > 30)
    return err(`LEASE_DAYS must be a number of days from 1 to 30, not ${env['LEASE_DAYS']}`);
  const lockAfterMinutes = Number(env['LOCK_AFTER_MINUTES'] ?? usualPhones.lockAfterMinutes);
  if (!Number.isInteger(lockAfterMinutes) || lockAfterMinutes < 1 || lockAfterMinutes > 120)
    return err(`LOCK_AFTER_MINUTES must be a number of minutes from 1 to 120, not ${env['LOCK_AFTER_MINUTES']}`);
  return ok({ leaseDays, lockAfterMinutes });
};

const readTls = (env: Readonly<Record<string, string | undefined>>): Result<Config['tls'], string> => {
  const { TLS_CERT: cert, TLS_KEY: key } = env;
  if (cert === undefined && key === undefined) return ok(null);
  if (cert === undefined || key === undefined)
    return err('TLS_CERT and TLS_KEY belong together: name both files or neither');
  const missing = [cert, key].find((file) => !existsSync(file));
  if (missing !== undefined) return err(`the file ${missing} cannot be found`);
  return ok({ cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') });
};

/** Finds the project's folder from a file of the server, built or not: the one that holds the migrations. */
export const findRoot = (from: string): string => {
  let folder = from;
  while (!existsSync(join(folder, 'drizzle', 'sqlite'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder drizzle/sqlite cannot be found above the server');
    folder = parent;
  }
  return folder;
};

/** Tells which version of the program this is. */
export const readAppVersion = (root: string): string => {
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hasVersion = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return hasVersion ? String(parsed.version) : 'unknown';
};
