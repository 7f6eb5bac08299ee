import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@lianxin/domain';
import type { AuditHead } from '@lianxin/protocol';
import { findRoot, readConfig } from '../config.ts';
import { readIdentity } from '../durability/backup-key.ts';
import { print, runCommand } from '../durability/command-line.ts';
import { describeAuditFault } from '../durability/describe-audit-fault.ts';
import { openBackup } from '../durability/open-backup.ts';
import { createProgress } from '../durability/progress.ts';
import { type AuditFinding, verifyAudit } from '../durability/verify-audit.ts';
import { readWitness } from '../durability/witness-file.ts';
import { openReader } from '../store/sqlite/connection.ts';
import { databaseName } from '../store/sqlite/sqlite-store.ts';

const options = { backup: { type: 'string' }, identity: { type: 'string' } } as const;

const verify = async (): Promise<Result<readonly string[], string>> => {
  const { values } = parseArgs({ options });
  const config = readConfig(process.env, [], findRoot(import.meta.dirname));
  if (!config.ok) return config;
  const { dataDirectory, witnessDirectory } = config.value;
  if (values.backup !== undefined) {
    const identity = values.identity === undefined ? null : (readIdentity(resolve(values.identity)) ?? null);
    return verifyBackup(resolve(values.backup), identity, dataDirectory);
  }
  const file = join(dataDirectory, databaseName);
  if (!existsSync(file)) return err(`${dataDirectory} 里没有数据库 / there is no database in ${dataDirectory}`);
  // Read before the database: a running server only ever adds to what the witness remembers.
  const witness = readWitness(witnessDirectory);
  const remembered = typeof witness === 'string' || witness.audit === null ? [] : [witness.audit];
  const answer = conclude(verifyFile(file, remembered));
  if (!answer.ok || typeof witness !== 'string') return answer;
  return ok(['没有见证文件可比 / There is no witness to compare with.', ...answer.value]);
};

const verifyBackup = async (
  file: string,
  identity: string | null,
  dataDirectory: string,
): Promise<Result<readonly string[], string>> => {
  const directory = mkdtempSync(join(dataDirectory, 'audit-check-'));
  try {
    const opened = await openBackup(file, { identity, directory, progress: createProgress(print) });
    if (!opened.ok) return opened;
    const { audit } = opened.value.manifest.snapshot.highWater;
    return conclude(verifyFile(opened.value.databaseFile, audit === null ? [] : [audit]));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

const verifyFile = (file: string, remembered: readonly AuditHead[]): AuditFinding => {
  const sqlite = openReader(file);
  try {
    return verifyAudit(sqlite, remembered);
  } finally {
    sqlite.close();
  }
};

const conclude = ({ lines, head, fault }: AuditFinding): Result<readonly string[], string> =>
  fault === undefined
    ? ok([`审计完整 / The audit is whole: ${lines} 行 lines, ${head?.hash ?? 'empty'}`])
    : err(describeAuditFault(fault));

await runCommand(verify);
