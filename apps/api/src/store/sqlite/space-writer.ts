import type { StoredRow } from '@lianxin/sync/merge';
import { digestChanges } from '@lianxin/sync/merge';
import { feedChanges } from '@lianxin/sync/server';
import type Database from 'better-sqlite3';
import { createDigests } from './bucket-digests.ts';
import type { CommitChanges } from './commit-changes.ts';
import type { Side } from './core.ts';
import type { SqlRow, SqlValue } from './record-rows.ts';
import { createGiveUpSegments } from './segments.ts';

/** Is a community's line of history. */
export interface Space {
  readonly seq: number;
  readonly epoch: string;
  readonly safe: number;
}

/** Writes rows of one community so that phones hear of them: row, feed and counter in one transaction. */
export interface SpaceWriter {
  readonly space: (communityId: string) => Space | undefined;
  readonly create: (communityId: string, epoch: string) => void;
  /** Takes the next rev. Must come before any read that the write depends on, so that allocation order is commit order. */
  readonly nextRev: (communityId: string) => number;
  readonly write: (communityId: string, rows: readonly StoredRow[]) => void;
}

/** Prepares the writer of rows and feed. */
export const createSpaceWriter = ({
  writer: side,
  changes,
}: {
  readonly writer: Side;
  readonly changes: CommitChanges;
}): SpaceWriter => {
  const digests = createDigests(side.sqlite);
  const giveUpSegments = createGiveUpSegments(side.sqlite);
  const space = spaceReader(side.sqlite);
  const create = side.sqlite.prepare<SqlValue[]>(
    'INSERT INTO spaces (community_id, seq, epoch, safe) VALUES (?, 0, ?, 0)',
  );
  const bump = side.sqlite.prepare<SqlValue[], SqlRow>(
    'UPDATE spaces SET seq = seq + 1 WHERE community_id = ? RETURNING seq',
  );
  const line = side.sqlite.prepare<SqlValue[]>(
    `INSERT INTO feed (community_id, bucket, "table", row_id, rev, op) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (community_id, bucket, "table", row_id) DO UPDATE SET rev = excluded.rev, op = excluded.op`,
  );
  return {
    space,
    create: (communityId, epoch) => void create.run(communityId, epoch),
    nextRev: (communityId) => {
      const row = bump.get(communityId);
      if (row === undefined) throw new Error(`no space ${communityId}`);
      const seq = Number(row['seq']);
      changes.counter(communityId, seq);
      return seq;
    },
    write: (communityId, rows) => {
      for (const row of rows) {
        const before = side.rows.read(communityId, row.table, row.id);
        side.rows.write(communityId, row);
        if (before !== undefined && row.table === 'visit') giveUpSegments(communityId, row.id);
        for (const entry of feedChanges(before, row)) {
          line.run(communityId, entry.bucket, entry.table, entry.rowId, entry.rev, entry.op);
          changes.bucket(communityId, entry.bucket);
        }
        for (const { bucket, change } of digestChanges(before, row)) digests.change(communityId, bucket, change);
      }
    },
  };
};

/** Prepares reading a community's counter. */
export const spaceReader = (sqlite: Database.Database): ((communityId: string) => Space | undefined) => {
  const read = sqlite.prepare<SqlValue[], SqlRow>('SELECT seq, epoch, safe FROM spaces WHERE community_id = ?');
  return (communityId) => {
    const row = read.get(communityId);
    return row === undefined
      ? undefined
      : { seq: Number(row['seq']), epoch: String(row['epoch']), safe: Number(row['safe']) };
  };
};
