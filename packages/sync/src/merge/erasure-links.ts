import type { CommunityRows } from './community-rows.ts';
import { householdsOf } from './households-of.ts';
import { type StoredRow, textOf } from './row.ts';

/** Is the records that speak of a person's households and doors. */
export interface LinkedRecords {
  readonly ids: ReadonlySet<string>;
  /** Where they live or lived: photos of these go. */
  readonly householdIds: ReadonlySet<string>;
}

/** Finds what belongs to the households and doors of a person, now and before: a note there that has their name means them. */
export const linkedRecords = (
  rows: CommunityRows,
  person: StoredRow,
  memberships: readonly StoredRow[],
): LinkedRecords => {
  const ids = new Set<string>();
  const { own, reached } = householdsOf(rows, memberships);
  const add = (found: readonly StoredRow[]): readonly StoredRow[] => {
    for (const { id } of found) ids.add(id);
    return found;
  };
  const atDoors: StoredRow[] = [...add(rows.by('need', 'personId', person.id))];
  for (const id of reached) {
    ids.add(id);
    for (const member of add(rows.by('membership', 'householdId', id))) {
      const other = textOf(member, 'personId') ?? '';
      ids.add(other);
      add(rows.by('tag', 'personId', other));
    }
    atDoors.push(...add(rows.by('visit', 'householdId', id)), ...add(rows.by('need', 'householdId', id)));
    const household = rows.read('household', id);
    if (household !== undefined) atDoors.push(household);
  }
  return { ids: withFollowers(ids, rows, idsIn(atDoors, 'dwellingId')), householdIds: own };
};

/** Adds the doors, what happened at them, and the wishes, cards, help and open questions that hang on any of it. */
const withFollowers = (
  ids: Set<string>,
  rows: CommunityRows,
  dwellingIds: ReadonlySet<string>,
): ReadonlySet<string> => {
  for (const id of dwellingIds) {
    ids.add(id);
    for (const table of ['visit', 'need', 'photo'] as const)
      for (const row of rows.by(table, 'dwellingId', id)) ids.add(row.id);
  }
  for (const id of [...ids]) {
    for (const wish of rows.by('wish', 'needId', id)) {
      ids.add(wish.id);
      // The claimer's card has the notice's id.
      ids.add(textOf(wish, 'noticeId') ?? '');
    }
  }
  for (const id of [...ids]) {
    for (const [table, field] of followers) for (const row of rows.by(table, field, id)) ids.add(row.id);
  }
  ids.delete('');
  return ids;
};

const followers = [
  ['answerSheet', 'visitId'],
  ['help', 'needId'],
  ['help', 'noticeId'],
  ['conflict', 'rowId'],
  ['heldWork', 'subjectId'],
  ['fieldChange', 'rowId'],
] as const;

const idsIn = (rows: readonly StoredRow[], field: string): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => textOf(row, field) ?? []));
