import { auditHeadSchema } from '@lianxin/protocol';
import type Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { createAuditHeads } from '../store/sqlite/audit-head.ts';

/** Is how far a database has come as it is written down: in the witness and in a backup's manifest. */
export const highWaterSchema = z.object({
  communities: z.record(z.string(), z.object({ epoch: z.string(), seq: z.int() })),
  audit: z.nullable(auditHeadSchema),
});

/** Is how far a database has come: every community's line of history, and the newest line of the audit. */
export type HighWater = z.infer<typeof highWaterSchema>;
/** Is one community's line of history and how far it has come. */
export type HistoryMark = HighWater['communities'][string];

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
        audit: createAuditHeads(sqlite).head(),
      };
    })
    .deferred();

const hasTable = (sqlite: Database.Database, name: string): boolean =>
  sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
