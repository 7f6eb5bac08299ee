import type { Bucket } from '@lianxin/protocol';
import { bucketsOfPerson, uniteBuckets } from './buckets.ts';
import { moveRow } from './create-row.ts';
import { type MutationContext, type Reading, readRow, readRowsBy, type StoredRow, textOf } from './row.ts';

/**
 * Lists every row that goes along when a household moves to other buckets: memberships, people with their tags, visits, needs with their wishes and
 * help, and the losing values and held work of all of them. A row left behind would stay on phones that may no longer have it.
 */
export function* followersOfHousehold(
  context: MutationContext,
  household: StoredRow,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  const rows = yield* conflictsOf(context, household.id, buckets);
  const people = new Set<string>();
  for (const membership of yield* readRowsBy('membership', 'householdId', household.id)) {
    rows.push(...(yield* withConflicts(context, membership, buckets)));
    people.add(textOf(membership, 'personId') ?? '');
  }
  for (const personId of people) {
    const person = yield* readRow('person', personId);
    if (person === undefined) continue;
    const theirs = yield* bucketsOfPerson(personId, { exceptHouseholdId: household.id, plus: buckets });
    rows.push(...(yield* personInBuckets(context, person, theirs)));
  }
  for (const visit of yield* readRowsBy('visit', 'householdId', household.id))
    rows.push(moveRow(context, visit, buckets));
  for (const need of yield* readRowsBy('need', 'householdId', household.id)) {
    rows.push(...(yield* withConflicts(context, need, buckets)), ...(yield* answersTo(context, need, buckets)));
  }
  return rows;
}

/** Puts a person into buckets, with tags and losing values. */
export function* personInBuckets(
  context: MutationContext,
  person: StoredRow,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  const rows = yield* withConflicts(context, person, buckets);
  for (const tag of yield* readRowsBy('tag', 'personId', person.id))
    rows.push(...(yield* withConflicts(context, tag, buckets)));
  return rows;
}

/** Moves what was done about a need; help also lies with its giver and recorder, who keep it. */
function* answersTo(context: MutationContext, need: StoredRow, buckets: readonly Bucket[]): Reading<StoredRow[]> {
  const rows: StoredRow[] = [];
  for (const wish of yield* readRowsBy('wish', 'needId', need.id)) {
    rows.push(
      moveRow(context, wish, buckets),
      ...(yield* conflictsOf(context, textOf(wish, 'noticeId') ?? '', buckets)),
    );
  }
  for (const help of yield* readRowsBy('help', 'needId', need.id)) {
    const kept = help.buckets.filter((bucket) => !need.buckets.includes(bucket));
    rows.push(moveRow(context, help, uniteBuckets(kept, buckets)));
  }
  return rows;
}

function* withConflicts(context: MutationContext, row: StoredRow, buckets: readonly Bucket[]): Reading<StoredRow[]> {
  return [moveRow(context, row, buckets), ...(yield* conflictsOf(context, row.id, buckets))];
}

function* conflictsOf(context: MutationContext, rowId: string, buckets: readonly Bucket[]): Reading<StoredRow[]> {
  const conflicts = yield* readRowsBy('conflict', 'rowId', rowId);
  const held = yield* readRowsBy('heldWork', 'subjectId', rowId);
  return [...conflicts, ...held].map((row) => moveRow(context, row, buckets));
}
