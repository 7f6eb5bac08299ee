import type Database from 'better-sqlite3';
import type { HighWater } from './high-water.ts';

/** Farther than any community counts in its life, so that no number of a lost stretch is ever given out again. */
const jump = 1_000_000_000;

/**
 * Begins a new history of every community: a new epoch, and a counter beyond every number that anybody may remember.
 * A number given out twice would make a value that nobody saw look seen, and overwrite it without a conflict. The clock counts
 * as well: of a history that was restored before, and whose witness is lost, it is the only memory.
 *
 * `safe` begins at 0. A phone compares the numbers it was given with `safe`, and what it was given may belong to an older
 * history than the backup's; were `safe` the backup's number, such a phone could let go of the only copy of a record.
 * So nothing is called backed up until a backup of this new history exists; then everything in it is again.
 */
export const beginHistory = (
  sqlite: Database.Database,
  remembered: readonly HighWater[],
  ports: { readonly newId: () => string; readonly now: () => number },
): void => {
  const change = sqlite.prepare('UPDATE spaces SET epoch = ?, seq = ?, safe = 0 WHERE community_id = ?');
  const spaces = sqlite
    .prepare<[], { readonly id: string; readonly seq: number }>('SELECT community_id AS id, seq FROM spaces')
    .all();
  for (const { id, seq } of spaces) {
    const known = remembered.map(({ communities }) => communities[id]?.seq ?? 0);
    change.run(ports.newId(), Math.max(seq, ...known, ports.now()) + jump, id);
  }
};
