import type Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { type HighWater, highWaterSchema, readHighWater } from './high-water.ts';

/** Is what one snapshot of the database holds, counted: a copy that says the same of itself is whole. */
export interface SnapshotFacts {
  readonly highWater: HighWater;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
  /** When the newest migration was made, in milliseconds: which version of the program can read it. */
  readonly migration: number;
  /** Tells which sealing key it belongs to; null when it belongs to none, which no copy of ours does. */
  readonly keyCheck: string | null;
}

/** Is the wire form of the facts, in a backup's manifest. */
export const snapshotFactsSchema = z.object({
  highWater: highWaterSchema,
  counts: z.record(z.string(), z.int()),
  migration: z.int(),
  keyCheck: z.nullable(z.string()),
});

/** Counts what the connection's snapshot holds; whoever wants several reads of one snapshot opens the transaction. */
export const readSnapshotFacts = (sqlite: Database.Database): SnapshotFacts => {
  const tables = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  const count = (table: string): number =>
    sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
  const keyCheck = sqlite.prepare<[], string>("SELECT value FROM settings WHERE key = 'keyCheck'").pluck().get();
  return {
    highWater: readHighWater(sqlite),
    counts: Object.fromEntries(tables.map((table) => [table, count(table)])),
    migration: newestMigration(sqlite),
    keyCheck: keyCheck ?? null,
  };
};

/** Tells when the newest migration of a database was made; 0 before the first. */
export const newestMigration = (sqlite: Database.Database): number => {
  const isMigrated = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (isMigrated === undefined) return 0;
  return Number(sqlite.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0);
};
