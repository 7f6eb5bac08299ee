import type { HeldAnswer, HeldEntry } from '@lianxin/protocol';
import { isGrid } from '@lianxin/sync/merge';
import type { Side } from './core.ts';
import type { SqlRow, SqlValue } from './record-rows.ts';

/** A list longer than this is a matter for the grid workers' own pages. */
const mostEntries = 500;

/** Held work takes the id of its mutation, so a mutation without such a row is about no grid's record. */
const heldMutations = `
  SELECT m.id, m.rev, m.name, m.reason, m.event_at, m.received_at, a.name AS author_name,
    h.buckets, coalesce(h.state, 'unplaced') AS state, h.decided_by_name, h.decided_at
  FROM mutations m
    LEFT JOIN accounts a ON a.id = m.account_id
    LEFT JOIN held_works h ON h.community_id = m.community_id AND h.id = m.id AND h.deleted = 0
  WHERE m.community_id = ? AND m.outcome = 'held'`;

/** Lists what is held in a community without its contents. */
export const readHeld = ({ sqlite }: Side, communityId: string): HeldAnswer => {
  const rows = sqlite
    .prepare<SqlValue[], SqlRow>(
      `SELECT * FROM (${heldMutations}) ORDER BY state IN ('open', 'unplaced') DESC, rev DESC LIMIT ?`,
    )
    .all(communityId, mostEntries);
  const counts = sqlite
    .prepare<SqlValue[], SqlRow>(
      `SELECT count(*) AS total, count(CASE WHEN state = 'open' THEN 1 END) AS open,
         count(CASE WHEN state = 'unplaced' THEN 1 END) AS unplaced FROM (${heldMutations})`,
    )
    .get(communityId);
  return {
    entries: rows.map(toEntry),
    total: Number(counts?.['total'] ?? 0),
    open: Number(counts?.['open'] ?? 0),
    unplaced: Number(counts?.['unplaced'] ?? 0),
  };
};

const toEntry = (row: SqlRow): HeldEntry => {
  const text = (column: string): string | null => (row[column] === null ? null : String(row[column]));
  const state = row['state'];
  return {
    id: String(row['id']),
    name: String(row['name']),
    reason: text('reason'),
    authorName: text('author_name'),
    writtenAt: Number(row['event_at']),
    receivedAt: Number(row['received_at']),
    state: state === 'open' || state === 'taken' || state === 'dropped' ? state : 'unplaced',
    gridIds: (text('buckets') ?? '')
      .split(' ')
      .filter(isGrid)
      .map((bucket) => bucket.slice('grid:'.length)),
    decidedByName: text('decided_by_name'),
    decidedAt: row['decided_at'] === null ? null : Number(row['decided_at']),
  };
};
