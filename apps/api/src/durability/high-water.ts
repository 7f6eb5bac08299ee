import type Database from 'better-sqlite3';

/** Is the newest line of the audit: its number and the hash that covers every line before it. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** Is one community's line of history and how far it has come. */
export interface HistoryMark {
  readonly epoch: string;
  readonly seq: number;
}

/** Is how far a database has come: what the witness remembers and what a backup holds. */
export interface HighWater {
  readonly communities: Readonly<Record<string, HistoryMark>>;
  readonly audit: AuditHead | null;
}

/** Reads how far a database has come; an empty file has come nowhere. */
export const readHighWater = (sqlite: Database.Database): HighWater =>
  sqlite
    .transaction((): HighWater => {
      if (!hasTable(sqlite, 'spaces')) return { communities: {}, audit: null };
      const spaces = sqlite
        .prepare<[], HistoryMark & { readonly id: string }>('SELECT community_id AS id, epoch, seq FROM spaces')
        .all();
      return {
        communities: Object.fromEntries(spaces.map(({ id, epoch, seq }) => [id, { epoch, seq }])),
        audit: auditHeadReader(sqlite)(),
      };
    })
    .deferred();

/** Prepares reading the newest line of the audit. */
export const auditHeadReader = (sqlite: Database.Database): (() => AuditHead | null) => {
  const head = sqlite.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  return () => head.get() ?? null;
};

/** Prepares asking whether the audit still holds a line that somebody remembers. */
export const auditHolder = (sqlite: Database.Database): ((remembered: AuditHead) => boolean) => {
  const held = sqlite.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck();
  return ({ seq, hash }) => held.get(seq) === hash;
};

const hasTable = (sqlite: Database.Database, name: string): boolean =>
  sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
