import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { isAuditIntact } from '../../apps/api/src/store/sqlite/audit-log.ts';
import { openReader } from '../../apps/api/src/store/sqlite/connection.ts';
import { createSide } from '../../apps/api/src/store/sqlite/core.ts';
import { digestMismatches } from './digest-mismatches.ts';

/** Is one decided mutation as the server keeps it. */
export interface StoredMutation {
  readonly id: string;
  readonly replicaId: string;
  readonly n: number;
  readonly rev: number;
  readonly outcome: string;
  readonly reason: string | null;
  readonly field: string | null;
}

/** Is what lies in a server's database, as far as it must agree with what the phones know. */
export interface StoredState {
  readonly mutations: readonly StoredMutation[];
  /** The last number that the server took, by replica. */
  readonly lastNs: ReadonlyMap<string, number>;
  readonly seq: number;
  /** The rows that mutations make, as `table/id`. */
  readonly rows: readonly string[];
  /** Losing values, as `row/field/mutation`. */
  readonly conflicts: readonly string[];
  readonly integrity: string;
  readonly isAuditIntact: boolean;
  readonly digestMismatches: readonly string[];
}

const madeTables = ['visits', 'needs', 'helps'] as const;

/** Reads the state of one community, beside a running server and without writing. `isThorough` sums the digests of every bucket anew. */
export const readStoredState = (
  dataFolder: string,
  { communityId, isThorough }: { readonly communityId: string; readonly isThorough: boolean },
): StoredState => {
  const sqlite = openReader(join(dataFolder, 'lianxin.sqlite'));
  try {
    // One snapshot: the server may write meanwhile.
    return sqlite
      .transaction(() => ({
        ...readSnapshot(sqlite, communityId),
        digestMismatches: isThorough ? digestMismatches(sqlite, communityId) : [],
      }))
      .deferred();
  } finally {
    sqlite.close();
  }
};

const readSnapshot = (sqlite: Database.Database, communityId: string): Omit<StoredState, 'digestMismatches'> => {
  const texts = (sql: string) => sqlite.prepare<[string], string>(sql).pluck().all(communityId);
  const replicas = sqlite
    .prepare<[string], { id: string; lastN: number }>('SELECT id, last_n AS lastN FROM replicas WHERE community_id = ?')
    .all(communityId);
  return {
    mutations: sqlite
      .prepare<[string], StoredMutation>(
        'SELECT id, replica_id AS replicaId, n, rev, outcome, reason, field FROM mutations WHERE community_id = ?',
      )
      .all(communityId),
    lastNs: new Map(replicas.map(({ id, lastN }) => [id, lastN])),
    seq: Number(texts('SELECT seq FROM spaces WHERE community_id = ?')[0]),
    rows: madeTables.flatMap((table) =>
      texts(`SELECT id FROM ${table} WHERE community_id = ?`).map((id) => `${table}/${id}`),
    ),
    conflicts: texts(
      "SELECT row_id || '/' || field || '/' || coalesce(lost_mutation_id, '') FROM conflicts WHERE community_id = ?",
    ),
    integrity: String(sqlite.pragma('integrity_check', { simple: true })),
    isAuditIntact: isAuditIntact(createSide(sqlite)),
  };
};
