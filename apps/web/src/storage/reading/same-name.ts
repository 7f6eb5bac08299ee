import type { RowView } from '@lianxin/sync/client';
import { type RecordsByName, readAllRecords, readRecordsBy } from './read-record.ts';

type PersonRecord = RecordsByName['person'];

const plain = (name: string | null): string => (name ?? '').normalize('NFKC').replace(/[\s··]/gu, '');

/** Says whether somebody stands anywhere in the register: who was merged into another record stands nowhere any more. */
const isRegistered = (view: RowView, personId: string): boolean =>
  readRecordsBy(view, 'membership', { field: 'personId', to: personId }).length > 0;

const likeness = (one: PersonRecord, other: PersonRecord): number =>
  Number(one.birthOn !== null && one.birthOn === other.birthOn) * 2 +
  Number(one.phone !== null && one.phone === other.phone);

/** Lists who else is called like a person, the likeliest first: of one birthday, then of one phone. Erased people are called nothing. */
export const sameNamed = (view: RowView, person: PersonRecord): readonly PersonRecord[] => {
  const name = plain(person.name);
  if (name === '') return [];
  return readAllRecords(view, 'person')
    .filter((other) => other.id !== person.id && other.erasedAt === null && plain(other.name) === name)
    .filter((other) => isRegistered(view, other.id))
    .sort((a, b) => likeness(person, b) - likeness(person, a) || (a.id < b.id ? -1 : 1));
};
