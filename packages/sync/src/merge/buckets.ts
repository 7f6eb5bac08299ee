import type { Bucket } from '@lianxin/protocol';
import { type Reading, readRow, readRowsBy, type StoredRow, textOf } from './row.ts';

/** Names the bucket of a grid. */
export const gridBucket = (gridId: string): Bucket => `grid:${gridId}`;

/** Names the bucket that everybody of a community gets; nothing personal lies in it. */
export const communityBucket = (communityId: string): Bucket => `community:${communityId}`;

/** Names the bucket of one account. */
export const userBucket = (accountId: string): Bucket => `user:${accountId}`;

/** Joins bucket lists without repeats, in a stable order. */
export const uniteBuckets = (...lists: readonly (readonly Bucket[])[]): readonly Bucket[] =>
  [...new Set(lists.flat())].sort();

/** Says whether two rows lie in the same buckets. */
export const isSamePlace = (a: StoredRow, b: StoredRow): boolean => a.buckets.join(' ') === b.buckets.join(' ');

/** Climbs from a building or entrance to its grid; empty when the chain is broken. */
export function* bucketsOfUnit(unitId: string): Reading<readonly Bucket[]> {
  let next: string | null = unitId;
  for (let level = 0; level < 8 && next !== null; level += 1) {
    const row = yield* readRow('unit', next);
    if (row === undefined) return [];
    if (textOf(row, 'kind') === 'grid') return [gridBucket(row.id)];
    next = textOf(row, 'parentId');
  }
  return [];
}

/**
 * Unites the buckets of every household a person belongs or belonged to, and of those that were merged with them; `placed` tells the memberships of a change
 * that is not written yet.
 */
export function* bucketsOfPerson(
  personId: string,
  placed: (membership: StoredRow) => readonly Bucket[],
): Reading<readonly Bucket[]> {
  const lists: (readonly Bucket[])[] = [];
  for (const id of yield* sameHuman([personId])) {
    for (const membership of yield* readRowsBy('membership', 'personId', id)) lists.push(placed(membership));
  }
  return uniteBuckets(...lists);
}

/** Is a change of who counts as one human being that is not written yet. */
export interface HumanChange {
  /** Two records that become one human being. */
  readonly joins?: readonly [string, string];
  /** The merge that is taken back. */
  readonly exceptId?: string;
}

/** Lists the records that people said are one human being, beginning with those given: records that were merged and not taken apart again. */
export function* sameHuman(personIds: readonly string[], change: HumanChange = {}): Reading<readonly string[]> {
  const found = [...personIds];
  const { joins = [], exceptId } = change;
  const add = (id: unknown): void => {
    if (typeof id === 'string' && !found.includes(id)) found.push(id);
  };
  // Grows while it is walked: whoever was merged with somebody found is found too.
  for (const id of found) {
    if (joins.some((joined) => joined === id)) joins.forEach(add);
    for (const field of ['fromId', 'intoId']) {
      for (const row of yield* readRowsBy('regrouping', field, id)) {
        if (row.id === exceptId || row.fields.kind !== 'mergePersons' || row.fields.undoneAt !== null) continue;
        add(row.fields.fromId);
        add(row.fields.intoId);
      }
    }
  }
  return found;
}
