import type { Bucket } from '@lianxin/protocol';
import { bucketsOfPerson, sameHuman, uniteBuckets } from './buckets.ts';
import { moveRow } from './create-row.ts';
import { type MutationContext, type Reading, readRow, readRowsBy, type StoredRow, textOf } from './row.ts';

/**
 * Lists every row that goes along when a household moves to other buckets: memberships, people with their tags, visits with answers and photos, codes,
 * needs with their wishes and help, and the losing values, held work, changes and regroupings of all of them. A row left behind would stay on phones that may no longer have it.
 */
export function* followersOfHousehold(
  context: MutationContext,
  household: StoredRow,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  const rows: StoredRow[] = [...(yield* rowsAbout(context, household.id, buckets))];
  const people = new Set<string>();
  for (const membership of yield* readRowsBy('membership', 'householdId', household.id)) {
    rows.push(...(yield* withRowsAbout(context, membership, buckets)));
    people.add(textOf(membership, 'personId') ?? '');
  }
  const placed = (row: StoredRow): readonly Bucket[] =>
    textOf(row, 'householdId') === household.id ? buckets : row.buckets;
  const persons = new Map<string, readonly Bucket[]>();
  for (const personId of people) {
    if (persons.has(personId)) continue;
    const theirs = yield* bucketsOfPerson(personId, placed);
    for (const id of yield* sameHuman([personId])) persons.set(id, theirs);
  }
  rows.push(...(yield* personsInBuckets(context, persons)));
  rows.push(...(yield* regroupingsIn(context, 'household', new Map([[household.id, buckets]]))));
  for (const table of ['visit', 'answerSheet', 'photo', 'householdCode'] as const)
    for (const row of yield* readRowsBy(table, 'householdId', household.id))
      rows.push(...(yield* withRowsAbout(context, row, buckets)));
  for (const need of yield* readRowsBy('need', 'householdId', household.id))
    rows.push(...(yield* needInBuckets(context, need, buckets)));
  return rows;
}

/** Puts people into buckets, with their tags and all that is about them. */
export function* personsInBuckets(
  context: MutationContext,
  placed: ReadonlyMap<string, readonly Bucket[]>,
): Reading<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (const [id, buckets] of placed) {
    const person = yield* readRow('person', id);
    if (person === undefined) continue;
    rows.push(...(yield* withRowsAbout(context, person, buckets)));
    for (const tag of yield* readRowsBy('tag', 'personId', id))
      rows.push(...(yield* withRowsAbout(context, tag, buckets)));
  }
  return [...rows, ...(yield* regroupingsIn(context, 'person', placed))];
}

/** Puts a person into buckets, and those who were merged with them. */
export function* personInBuckets(
  context: MutationContext,
  person: StoredRow,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  const ids = yield* sameHuman([person.id]);
  return yield* personsInBuckets(context, new Map(ids.map((id) => [id, buckets])));
}

/** Puts a need into buckets with what was done about it; help also lies with its giver and recorder, who keep it. */
export function* needInBuckets(
  context: MutationContext,
  need: StoredRow,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  const rows: StoredRow[] = [...(yield* withRowsAbout(context, need, buckets))];
  for (const wish of yield* readRowsBy('wish', 'needId', need.id)) {
    rows.push(moveRow(context, wish, buckets), ...(yield* rowsAbout(context, textOf(wish, 'noticeId') ?? '', buckets)));
  }
  for (const help of yield* readRowsBy('help', 'needId', need.id)) {
    const kept = help.buckets.filter((bucket) => !need.buckets.includes(bucket));
    rows.push(moveRow(context, help, uniteBuckets(kept, buckets)));
  }
  return rows;
}

/** Puts a row into buckets with all that is about it. */
export function* withRowsAbout(
  context: MutationContext,
  row: StoredRow,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  return [moveRow(context, row, buckets), ...(yield* rowsAbout(context, row.id, buckets))];
}

/** Moves what is about a row: losing values, work that waits, and what was changed in it. */
function* rowsAbout(
  context: MutationContext,
  rowId: string,
  buckets: readonly Bucket[],
): Reading<readonly StoredRow[]> {
  const conflicts = yield* readRowsBy('conflict', 'rowId', rowId);
  const held: StoredRow[] = [];
  // A decision between two values may wait as well.
  for (const id of [rowId, ...conflicts.map((conflict) => conflict.id)])
    held.push(...(yield* readRowsBy('heldWork', 'subjectId', id)));
  const changes = yield* readRowsBy('fieldChange', 'rowId', rowId);
  return [...conflicts, ...held, ...changes].map((row) => moveRow(context, row, buckets));
}

/** A split or merge lies with both of whom it tells. */
function* regroupingsIn(
  context: MutationContext,
  table: 'household' | 'person',
  placed: ReadonlyMap<string, readonly Bucket[]>,
): Reading<readonly StoredRow[]> {
  const rows = new Map<string, readonly StoredRow[]>();
  for (const id of placed.keys()) {
    for (const field of ['fromId', 'intoId']) {
      for (const row of yield* readRowsBy('regrouping', field, id)) {
        const ends: (readonly Bucket[])[] = [];
        for (const end of [textOf(row, 'fromId') ?? '', textOf(row, 'intoId') ?? ''])
          ends.push(placed.get(end) ?? (yield* readRow(table, end))?.buckets ?? []);
        rows.set(row.id, yield* withRowsAbout(context, row, uniteBuckets(...ends)));
      }
    }
  }
  return [...rows.values()].flat();
}
