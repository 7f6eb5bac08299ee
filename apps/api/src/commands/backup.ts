import { existsSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@lianxin/domain';
import { stagingDirectory } from '../backup-config.ts';
import { type Config, findRoot, readAppVersion, readConfig } from '../config.ts';
import { createBackupKey } from '../durability/backup-key.ts';
import type { BackupManifest } from '../durability/backup-manifest.ts';
import { print, runCommand } from '../durability/command-line.ts';
import { describeAuditFault } from '../durability/describe-audit-fault.ts';
import { parseKeepRule } from '../durability/keep-rule.ts';
import { makeBackup } from '../durability/make-backup.ts';
import { createProgress } from '../durability/progress.ts';
import { databaseName } from '../store/sqlite/sqlite-store.ts';

const options = { to: { type: 'string' }, keep: { type: 'string' }, 'new-key': { type: 'string' } } as const;

const backup = async (): Promise<Result<readonly string[], string>> => {
  const { values } = parseArgs({ options });
  if (values['new-key'] !== undefined) return newKey(resolve(values['new-key']));
  const config = readConfig(process.env, [], findRoot(import.meta.dirname));
  if (!config.ok) return config;
  const keep = values.keep === undefined ? config.value.backup.keep : parseKeepRule(values.keep);
  if (keep === undefined) return err('--keep takes three numbers: hours, days, months, such as 24,30,12');
  const databaseFile = join(config.value.dataDirectory, databaseName);
  if (!existsSync(databaseFile))
    return err(
      `${config.value.dataDirectory} 里没有数据库 / there is no database in ${config.value.dataDirectory} (DATA_DIR)`,
    );
  const backupDirectory = values.to === undefined ? config.value.backup.directory : resolve(values.to);
  const { dataDirectory, witnessDirectory, root } = config.value;
  // Whoever is waiting for the server comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const made = await makeBackup({
    databaseFile,
    stagingDirectory: stagingDirectory(dataDirectory),
    witnessDirectory,
    backupDirectory,
    recipients: config.value.backup.recipients,
    keep,
    spareBytes: config.value.ballastBytes * 1.5,
    appVersion: readAppVersion(root),
    now: Date.now,
    progress: createProgress(print),
  });
  return made.ok ? ok(describe(made.value, config.value, backupDirectory)) : made;
};

const newKey = async (file: string): Promise<Result<readonly string[], string>> =>
  ok([
    `私钥已存入 / The secret key is in ${file}。请离线保管:没有它打不开备份 / Keep it off this machine: without it no backup opens.`,
    `BACKUP_RECIPIENT=${await createBackupKey(file)}`,
  ]);

const describe = (manifest: BackupManifest, config: Config, directory: string): readonly string[] => {
  const isEncrypted = manifest.encryptedTo.length > 0;
  const isSameDisk = statSync(directory).dev === statSync(config.dataDirectory).dev;
  return [
    ...(manifest.auditFault === null ? [] : [`警告 / WARNING: ${describeAuditFault(manifest.auditFault)}`]),
    ...((manifest.photos?.missing ?? 0) === 0
      ? []
      : [
          `警告 / WARNING: 少了 ${manifest.photos?.missing} 张照片 / ${manifest.photos?.missing} photos are on no disk`,
        ]),
    ...(isEncrypted ? [] : ['未加密,谁拿到都能读 / Not encrypted: whoever has it can read it (BACKUP_RECIPIENT).']),
    ...(isSameDisk
      ? ['与数据在同一磁盘,磁盘损坏会一起丢失 / On the same disk as the data: losing the disk loses both (BACKUP_DIR).']
      : []),
    `备份完成并已核对 / Backup made and checked: ${join(directory, manifest.file)} (${(manifest.bytes / 1e6).toFixed(1)} MB)`,
  ];
};

await runCommand(backup);
