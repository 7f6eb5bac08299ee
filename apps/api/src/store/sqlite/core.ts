import type Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { UnitTree } from '../../access/principal.ts';
import type { CommitChanges } from './commit-changes.ts';
import { createRecordRows, type RecordRows } from './record-rows.ts';
import { createUnitTree } from './unit-tree.ts';
import type { WriteQueue } from './write-queue.ts';

/** Is one connection with what is prepared on it. */
export interface Side {
  readonly sqlite: Database.Database;
  readonly db: BetterSQLite3Database;
  readonly rows: RecordRows;
  readonly tree: UnitTree;
}

/** Is what every part of the store works with: the writer behind its queue, the reader, and time and ids from outside. */
export interface StoreCore {
  readonly writer: Side;
  readonly reader: Side;
  /** Opens one more connection for a long read; whoever opens it closes it. */
  readonly openReader: () => Database.Database;
  readonly queue: WriteQueue;
  /** What changed in the running transaction, told to listeners after COMMIT. */
  readonly changes: CommitChanges;
  /** Tells the operator of what should not happen and was survived; facts never hold a value of a record. */
  readonly warn: (what: string, facts: Readonly<Record<string, string | number>>) => void;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Prepares a connection. */
export const createSide = (sqlite: Database.Database): Side => ({
  sqlite,
  db: drizzle({ client: sqlite }),
  rows: createRecordRows(sqlite),
  tree: createUnitTree(sqlite),
});

/** Runs reads in one snapshot. */
export const inSnapshot = <T>(side: Side, read: () => T): T => side.sqlite.transaction(read).deferred();
