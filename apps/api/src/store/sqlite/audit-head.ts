import type { AuditHead } from '@lianxin/protocol';
import type Database from 'better-sqlite3';
import type { SqlRow, SqlValue } from './record-rows.ts';

/** Reads the end of the audit's chain and checks what others remember of it. */
export interface AuditHeads {
  /** Tells the end of the chain; null while it is empty. */
  readonly head: () => AuditHead | null;
  /** Says whether the chain still holds what somebody remembers. */
  readonly holds: (remembered: AuditHead) => boolean;
}

/** Prepares reading the audit's end on one connection. */
export const createAuditHeads = (sqlite: Database.Database): AuditHeads => {
  const last = sqlite.prepare<[], SqlRow>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const at = sqlite.prepare<SqlValue[], SqlRow>('SELECT hash FROM audit WHERE seq = ?');
  return {
    head: () => {
      const row = last.get();
      return row === undefined ? null : { seq: Number(row['seq']), hash: String(row['hash']) };
    },
    holds: ({ seq, hash }) => at.get(seq)?.['hash'] === hash,
  };
};
