import type { AuditHead } from '@lianxin/protocol';
import type Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { createAuditHeads } from '../store/sqlite/audit-head.ts';
import { type AuditLine, follows } from './audit-chain.ts';

/** Is the first line of the audit at which something is wrong, and what it is. */
export const auditFaultSchema = z.object({
  seq: z.int(),
  fault: z.enum(['missing', 'changed', 'swapped', 'inserted', 'cutOff', 'rewritten']),
});

/** Is the first line of the audit at which something is wrong. */
export type AuditFault = z.infer<typeof auditFaultSchema>;

/** Is what a walk along the audit found. */
export interface AuditFinding {
  readonly lines: number;
  readonly head: AuditHead | null;
  readonly fault: AuditFault | undefined;
}

/**
 * Walks the audit from its first line and names the first that is wrong. A cut end leaves a whole chain behind: only what
 * others remember shows it (the witness, a backup's manifest, the phones), and the counter of the table.
 */
export const verifyAudit = (sqlite: Database.Database, remembered: readonly AuditHead[] = []): AuditFinding =>
  sqlite
    .transaction((): AuditFinding => {
      const walked = walk(readLines(sqlite));
      return { ...walked, fault: walked.fault ?? endFault(sqlite, walked.head, remembered) };
    })
    .deferred();

const readLines = (sqlite: Database.Database): Iterable<AuditLine> =>
  sqlite
    .prepare<[], AuditLine>(
      `SELECT seq, at, actor_id AS actorId, actor_name AS actorName, action, community_id AS communityId,
              subject_id AS subjectId, facts, hash FROM audit ORDER BY seq`,
    )
    .iterate();

/** Keeps a window of four lines, because what is wrong with one shows in its neighbours. */
const walk = (lines: Iterable<AuditLine>): AuditFinding => {
  let count = 0;
  let [beforeLast, last]: (AuditLine | undefined)[] = [];
  let waiting: AuditLine | undefined;
  const look = (line: AuditLine, next: AuditLine | undefined): AuditFault | undefined => {
    if (line.seq !== (last?.seq ?? 0) + 1) return { seq: (last?.seq ?? 0) + 1, fault: 'missing' };
    if (!follows(line, last?.hash ?? '')) return describeBreak({ line, next, last, beforeLast });
    count += 1;
    [beforeLast, last] = [last, line];
    return undefined;
  };
  const found = (fault: AuditFault | undefined): AuditFinding => ({
    lines: count,
    head: last === undefined ? null : { seq: last.seq, hash: last.hash },
    fault,
  });
  for (const line of lines) {
    const fault = waiting === undefined ? undefined : look(waiting, line);
    if (fault !== undefined) return found(fault);
    waiting = line;
  }
  return found(waiting === undefined ? undefined : look(waiting, undefined));
};

interface Break {
  readonly line: AuditLine;
  readonly next: AuditLine | undefined;
  readonly last: AuditLine | undefined;
  readonly beforeLast: AuditLine | undefined;
}

/** Tells from the neighbours why a line does not follow from the one before. */
const describeBreak = ({ line, next, last, beforeLast }: Break): AuditFault => {
  const { seq } = line;
  if (next !== undefined && follows(next, last?.hash ?? ''))
    return { seq, fault: follows(line, next.hash) ? 'swapped' : 'inserted' };
  // A line that was put in with a hash of its own shows only in the one after it, which still follows from the one before.
  if (last !== undefined && follows(line, beforeLast?.hash ?? '')) return { seq: last.seq, fault: 'inserted' };
  return { seq, fault: 'changed' };
};

const endFault = (
  sqlite: Database.Database,
  head: AuditHead | null,
  remembered: readonly AuditHead[],
): AuditFault | undefined => {
  const last = head?.seq ?? 0;
  const given = sqlite.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck().get() ?? 0;
  if (Math.max(given, ...remembered.map(({ seq }) => seq)) > last) return { seq: last + 1, fault: 'cutOff' };
  const { holds } = createAuditHeads(sqlite);
  const other = remembered.find((mark) => !holds(mark));
  return other === undefined ? undefined : { seq: other.seq, fault: 'rewritten' };
};
