import type { RowView } from '@lianxin/sync/client';
import type { HouseholdRecord } from './household.ts';
import { bornWords, nameWords } from './person-name.ts';
import { doorName } from './place.ts';
import { type RecordsByName, readRecord, readRecordsBy } from './read-record.ts';

/** Is a merge or split as this phone holds it. */
export type RegroupingRecord = RecordsByName['regrouping'];

/** Lists the merges and splits that a person or household was in, newest first. */
export const regroupingsOf = (view: RowView, id: string): readonly RegroupingRecord[] =>
  ['fromId', 'intoId']
    .flatMap((field) => readRecordsBy(view, 'regrouping', { field, to: id }))
    .sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0));

/** Lists a household with those that were merged into it and not taken apart again: what was seen there belongs to it. */
export const householdsMergedInto = (view: RowView, householdId: string): readonly string[] => {
  const found = [householdId];
  for (const id of found) {
    for (const { kind, fromId, undoneAt } of readRecordsBy(view, 'regrouping', { field: 'intoId', to: id }))
      if (kind === 'mergeHouseholds' && undoneAt === null && !found.includes(fromId)) found.push(fromId);
  }
  return found;
};

/** A household by its door and room. */
export const householdWords = (view: RowView, household: HouseholdRecord): string => {
  const dwelling = readRecord(view, 'dwelling', household.dwellingId);
  return [dwelling === undefined ? null : doorName(view, dwelling), household.roomLabel].filter(Boolean).join(' ');
};

/** Where a person lives, or lived last; empty when this phone does not hold it. */
export const homeWords = (view: RowView, personId: string): string => {
  const memberships = readRecordsBy(view, 'membership', { field: 'personId', to: personId });
  const homes = [...memberships].sort((a, b) => Number(a.toOn !== null) - Number(b.toOn !== null));
  const household = readRecord(view, 'household', homes[0]?.householdId ?? '');
  return household === undefined ? '' : householdWords(view, household);
};

/** A person as nobody of the same name is: name, year of birth, address. */
export const wholePersonWords = (view: RowView, personId: string): string => {
  const person = readRecord(view, 'person', personId);
  if (person === undefined) return '';
  return [nameWords(person), bornWords(person), homeWords(view, personId)].filter(Boolean).join(' · ');
};
