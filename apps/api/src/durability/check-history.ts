import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { createAuditHeads } from '../store/sqlite/audit-head.ts';
import { openReader } from '../store/sqlite/connection.ts';
import type { StoreCore } from '../store/sqlite/core.ts';
import { isDiskFailure } from '../store/sqlite/disk-failure.ts';
import { type HighWater, readHighWater } from './high-water.ts';
import { missingHistory, rolledBack } from './rolled-back.ts';
import { readWitness } from './witness-file.ts';

const nothing: HighWater = { communities: {}, audit: null };

/**
 * Throws when a database is older than its witness remembers. A damaged or shortened write-ahead log passes every check
 * of SQLite's own. It looks through a reading connection, so that a refusal leaves the files as they were found.
 */
export const checkHistory = (databaseFile: string, witnessDirectory: string, warn: StoreCore['warn']): void => {
  const remembered = readWitness(witnessDirectory);
  if (!existsSync(databaseFile)) {
    if (typeof remembered === 'string') return;
    throw rolledBack(
      witnessDirectory,
      missingHistory(nothing, remembered, () => false),
    );
  }
  const sqlite = openOrExplain(databaseFile);
  try {
    const found = readHighWater(sqlite);
    if (typeof remembered === 'string') {
      if (Object.keys(found.communities).length > 0) warn(unwitnessed[remembered], { directory: witnessDirectory });
      return;
    }
    const holds = found.audit === null ? () => false : createAuditHeads(sqlite).holds;
    const problems = missingHistory(found, remembered, holds);
    if (problems.length > 0) throw rolledBack(witnessDirectory, problems);
  } finally {
    sqlite.close();
  }
};

const openOrExplain = (databaseFile: string): Database.Database => {
  try {
    return openReader(databaseFile);
  } catch (cause) {
    if (!isDiskFailure(cause)) throw cause;
    throw new Error(
      '数据库文件已损坏,请恢复备份(npm run restore -- <备份文件>)。\nThe database file is damaged: restore a backup (docs/operations.md).',
      { cause },
    );
  }
};

const unwitnessed = {
  missing:
    '见证文件不存在,这一次无法判断数据库是否变旧 / the witness is missing: nobody can tell this time whether the database is older than it was',
  damaged:
    '见证文件已损坏,这一次无法判断数据库是否变旧 / the witness is damaged: nobody can tell this time whether the database is older than it was',
} as const;
