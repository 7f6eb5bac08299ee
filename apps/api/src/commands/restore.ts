import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@lianxin/domain';
import { v7 } from 'uuid';
import { findRoot, readConfig } from '../config.ts';
import { openKeyFile } from '../crypto/keyring.ts';
import { acceptData } from '../durability/accept-data.ts';
import { readIdentity } from '../durability/backup-key.ts';
import { print, runCommand } from '../durability/command-line.ts';
import { createProgress } from '../durability/progress.ts';
import { type Restored, type RestoreJob, restoreBackup } from '../durability/restore-backup.ts';

const options = { identity: { type: 'string' }, accept: { type: 'boolean' } } as const;

const usage =
  'npm run restore -- <备份文件 / backup file> [--identity <密钥文件 / key file>]\nnpm run restore -- --accept';

const restore = async (): Promise<Result<readonly string[], string>> => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if ((file === undefined) === (values.accept !== true)) return err(usage);
  const job = readJob();
  if (!job.ok) return job;
  if (file === undefined) return accept(job.value);
  const identity = values.identity === undefined ? null : readIdentity(resolve(values.identity));
  if (identity === undefined) return err(`${values.identity} 里没有 age 私钥 / holds no age secret key`);
  const restored = await restoreBackup(job.value, resolve(file), identity);
  return restored.ok ? ok(describe(restored.value)) : restored;
};

const readJob = (): Result<RestoreJob, string> => {
  const config = readConfig(process.env, [], findRoot(import.meta.dirname));
  if (!config.ok) return config;
  const { dataDirectory, witnessDirectory, keyFile, root } = config.value;
  // A key made now would belong to no backup.
  if (!existsSync(keyFile))
    return err(`缺少密钥文件 / the key file ${keyFile} is missing: put it in place first (KEY_FILE)`);
  return ok({
    dataDirectory,
    witnessDirectory,
    migrationsFolder: join(root, 'drizzle', 'sqlite'),
    keyring: openKeyFile(keyFile),
    progress: createProgress(print),
    now: Date.now,
    newId: v7,
  });
};

const accept = async (job: RestoreJob): Promise<Result<readonly string[], string>> => {
  const accepted = await acceptData(job);
  return accepted.ok ? ok(['已接受现有数据 / The data are accepted as they are.', ...whatNext]) : accepted;
};

const whatNext = [
  '下一步:启动服务器,手机会补传它们仍留着的记录;然后尽快备份。',
  'Next: start the server, phones hand in again what they still hold; then make a backup soon.',
];

const describe = ({
  manifest,
  aside,
  disabledAgain,
  knowsRevocations,
  missing,
  photos,
}: Restored): readonly string[] => [
  ...missing.map((id) => `备份里没有社区 / The backup has no community ${id}.`),
  ...(disabledAgain > 0
    ? [`重新停用了 ${disabledAgain} 个账号 / ${disabledAgain} accounts disabled after the backup are disabled again.`]
    : []),
  ...(knowsRevocations
    ? []
    : [
        '读不到原数据库:备份之后停用的账号请重新停用 / The former database cannot be read: disable again whom you disabled after the backup.',
      ]),
  ...(photos.brought + photos.missing === 0
    ? []
    : [
        `取回照片 ${photos.brought} 张,找不到 ${photos.missing} 张 / ${photos.brought} photos were brought back, ${photos.missing} are nowhere; phones that still have them send them again.`,
      ]),
  ...(aside === null ? [] : [`原数据库移到 / The former database lies in ${aside}`]),
  `已恢复 / Restored: ${manifest.file}, ${new Date(manifest.createdAt).toLocaleString('sv-SE')}`,
  ...whatNext,
];

await runCommand(restore);
