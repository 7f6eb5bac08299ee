import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@lianxin/domain';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { appendAudit } from '../store/sqlite/audit-log.ts';
import { openWriter } from '../store/sqlite/connection.ts';
import { lockDirectory } from '../store/sqlite/process-lock.ts';
import { databaseName, openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { beginHistory } from './begin-history.ts';
import type { RestoreJob } from './restore-backup.ts';
import { readHighWaterOf, rememberedHistories, witnessAnew } from './witness-anew.ts';
import { readWitness } from './witness-file.ts';

/** Goes on with the database as it is, although it is older than it was: a new history begins, and phones hand in again what they still hold. */
export const acceptData = async (job: RestoreJob): Promise<Result<null, string>> => {
  const file = join(job.dataDirectory, databaseName);
  if (!existsSync(file)) return err(`${job.dataDirectory} 里没有数据库 / there is no database in ${job.dataDirectory}`);
  const lock = lockDirectory(job.dataDirectory);
  try {
    if (Object.keys(readHighWaterOf(file).communities).length === 0)
      return err('数据库是空的,只能恢复备份 / the database is empty: all that is left is to restore a backup');
    beginAccepted(job, file);
    witnessAnew(job.witnessDirectory, file);
  } finally {
    lock.release();
  }
  // Opening checks everything once more and erases again whoever was erased in the lost stretch.
  const { store } = openSqliteStore({
    ...job,
    directory: job.dataDirectory,
    onBroken: (cause) => {
      throw cause;
    },
  });
  await store.close();
  return ok(null);
};

const beginAccepted = (job: RestoreJob, file: string): void => {
  const remembered = rememberedHistories(job.witnessDirectory, file);
  const witness = readWitness(job.witnessDirectory);
  // What the lost end of the audit was stays on record, in the line that says it was lost.
  const lost =
    typeof witness === 'string' || witness.audit === null
      ? {}
      : { auditSeq: witness.audit.seq, auditHash: witness.audit.hash };
  const sqlite = openWriter(file);
  try {
    sqlite
      .transaction(() => {
        beginHistory(sqlite, remembered, job);
        appendAudit(
          { db: drizzle({ client: sqlite }) },
          {
            actorId: null,
            actorName: null,
            action: 'database.accepted',
            communityId: null,
            subjectId: null,
            facts: lost,
          },
          job.now(),
        );
      })
      .immediate();
  } finally {
    sqlite.close();
  }
};
