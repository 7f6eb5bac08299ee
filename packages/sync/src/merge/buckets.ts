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

/** Unites the buckets of every household a person belongs or belonged to; `except` and `plus` tell a change that is not written yet. */
export function* bucketsOfPerson(
  personId: string,
  change: { readonly exceptHouseholdId?: string; readonly plus: readonly Bucket[] },
): Reading<readonly Bucket[]> {
  const memberships = yield* readRowsBy('membership', 'personId', personId);
  const lists: (readonly Bucket[])[] = [change.plus];
  for (const membership of memberships) {
    if (textOf(membership, 'householdId') !== change.exceptHouseholdId) lists.push(membership.buckets);
  }
  return uniteBuckets(...lists);
}
