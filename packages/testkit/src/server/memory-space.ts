import type { RecordName } from '@lianxin/domain';
import { digestChanges, emptyDigest, type RowQuery, type StoredRow } from '@lianxin/sync/merge';
import type { ServerSteps } from '../steps/server-steps.ts';
import type { Space } from './space.ts';

/** Starts an empty community. */
export const createSpace = (communityId: string, epoch: string): Space => ({
  communityId,
  epoch,
  seq: 0,
  rows: new Map(),
  feed: new Map(),
  digests: new Map(),
  mutations: new Map(),
  replicas: new Map(),
  segments: new Map(),
  effects: new Map(),
});

/** Copies a community, so that a transaction works on the copy and a failure leaves nothing behind. */
export const copySpace = (space: Space): Space => ({
  ...space,
  rows: new Map(space.rows),
  feed: new Map(space.feed),
  digests: new Map(space.digests),
  mutations: new Map(space.mutations),
  replicas: new Map(space.replicas),
  segments: new Map(space.segments),
  effects: new Map(space.effects),
});

/** Finds a row, deleted ones with their flag. */
export const rowOf = (space: Space, table: RecordName, id: string): StoredRow | undefined =>
  space.rows.get(`${table}/${id}`);

/** Answers a rule's question from the rows of a community. */
export const answerFromSpace =
  (space: Space) =>
  (query: RowQuery): readonly StoredRow[] => {
    if (query.type === 'rowsBy') {
      return [...space.rows.values()].filter(
        (row) => row.table === query.table && row.fields[query.field] === query.value,
      );
    }
    const row = rowOf(space, query.table, query.id);
    return row === undefined ? [] : [row];
  };

/** Writes rows with their feed lines, each row compacted to its last line per bucket; segments that hold one of them are given up. */
export const writeRows = (
  space: Space,
  rows: readonly StoredRow[],
  { feedChanges, givesUp }: Pick<ServerSteps, 'feedChanges' | 'givesUp'>,
): void => {
  for (const row of rows) {
    const before = rowOf(space, row.table, row.id);
    for (const { bucket, change } of digestChanges(before, row))
      space.digests.set(bucket, change(space.digests.get(bucket) ?? emptyDigest));
    for (const entry of feedChanges(before, row)) {
      space.feed.set(`${entry.bucket} ${entry.table} ${entry.rowId}`, entry);
    }
    space.rows.set(`${row.table}/${row.id}`, row);
    for (const [hash, segment] of space.segments) if (givesUp(segment, row)) space.segments.delete(hash);
  }
};
