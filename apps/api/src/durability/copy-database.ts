import { isDeepStrictEqual } from 'node:util';
import type { AuditHead } from '@lianxin/protocol';
import Database from 'better-sqlite3';
import { openReader } from '../store/sqlite/connection.ts';
import { describeAuditFault } from './describe-audit-fault.ts';
import { syncFile } from './durable-files.ts';
import type { Progress } from './progress.ts';
import { readSnapshotFacts, type SnapshotFacts } from './snapshot-facts.ts';
import { type AuditFault, verifyAudit } from './verify-audit.ts';

const pagesPerStep = 2_000;

/**
 * Copies one snapshot of a database that others may be writing to, and tells what that snapshot holds. The reading
 * transaction stays open for the whole copy, so writers neither wait for it nor get into it. Never copy the file itself:
 * without its write-ahead log it has lost what lies there and still calls itself ok.
 */
export const copyDatabase = async (from: string, to: string, progress: Progress): Promise<SnapshotFacts> => {
  const sqlite = openReader(from);
  try {
    sqlite.exec('BEGIN');
    const facts = readSnapshotFacts(sqlite);
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    const copied = progress.count('复制 / copying', pages);
    await sqlite.backup(to, {
      progress: () => {
        copied(pagesPerStep);
        return pagesPerStep;
      },
    });
    sqlite.exec('COMMIT');
    makeSingleFile(to);
    return facts;
  } finally {
    sqlite.close();
  }
};

/** Turns a copy that expects a write-ahead log beside it into one that is complete in itself. */
const makeSingleFile = (file: string): void => {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.close();
  syncFile(file);
};

/** Opens a copy and lists what is wrong with it; nothing for one that can be restored. A fault of the audit that its source has too is no fault of the copy. */
export const copyProblems = (file: string, expected: SnapshotFacts, sourceFault?: AuditFault): readonly string[] => {
  const sqlite = new Database(file, { readonly: true });
  try {
    const damage = sqlite.prepare<[], string>('PRAGMA integrity_check(3)').pluck().all();
    if (damage.join() !== 'ok') return damage.map((line) => `the copy is damaged: ${line}`);
    const dangling = sqlite.prepare('PRAGMA foreign_key_check').all().length;
    const found = readSnapshotFacts(sqlite);
    const { fault } = verifyAudit(sqlite, remembered(expected));
    const hasOwnFault = fault !== undefined && !isDeepStrictEqual(fault, sourceFault);
    return [
      ...(dangling === 0 ? [] : [`${dangling} references of the copy lead nowhere`]),
      ...(isDeepStrictEqual(found, expected) ? [] : ['the copy holds something else than its source']),
      ...(hasOwnFault ? [describeAuditFault(fault)] : []),
      ...(found.keyCheck === null ? ['the copy does not tell which key it belongs to'] : []),
    ];
  } finally {
    sqlite.close();
  }
};

/** Looks for what is wrong with the audit of a database that others may be writing to. */
export const auditFaultIn = (file: string): AuditFault | undefined => {
  const sqlite = openReader(file);
  try {
    return verifyAudit(sqlite).fault;
  } finally {
    sqlite.close();
  }
};

const remembered = ({ highWater }: SnapshotFacts): readonly AuditHead[] =>
  highWater.audit === null ? [] : [highWater.audit];
