import { type FieldMap, type Instant, specOf } from '@lianxin/domain';
import { creationMark, type Decision, type Reading, readRow, refuse, type StoredRow, textOf } from './row.ts';

/** Says whether a person's values were erased: nothing may be written about them any more. */
export const isErased = (person: StoredRow | undefined): boolean =>
  person?.table === 'person' && typeof person.fields.erasedAt === 'number';

/** Refuses what would write about an erased person; null lets the rule go on. */
export function* refuseErased(personId: string | null): Reading<Decision | null> {
  const person = personId === null ? undefined : yield* readRow('person', personId);
  return isErased(person) ? refuse('erased') : null;
}

/** Refuses what would write about an erased person's own record or membership; null for every other row. */
export function* refuseErasedRow(row: StoredRow): Reading<Decision | null> {
  if (isErased(row)) return refuse('erased');
  return row.table === 'membership' ? yield* refuseErased(textOf(row, 'personId')) : null;
}

/** Empties a person: id, buckets and why the record is kept stay, every value of theirs goes. */
export const emptiedPerson = (person: StoredRow, at: Instant): StoredRow => {
  const created = person.marks[creationMark];
  return {
    ...person,
    fields: { ...emptyFields(), ...keptFields(person.fields), erasedAt: at },
    marks: created === undefined ? {} : { [creationMark]: created },
  };
};

/** Makes the stub of a person whom this history no longer holds, so that work about them is refused here too. It lies in no bucket. */
export const unknownErasedPerson = (id: string, at: Instant): StoredRow => ({
  table: 'person',
  id,
  rev: 0,
  buckets: [],
  deleted: false,
  fields: { ...emptyFields(), verification: 'checked', erasedAt: at },
  marks: {},
});

/** Tells nothing of the person: whether somebody had checked the record, and why and until when it is kept. */
const keptNames: ReadonlySet<string> = new Set(['verification', 'purpose', 'legalBasis', 'retainUntil']);

const emptyFields = (): FieldMap => ({
  ...Object.fromEntries(Object.keys(specOf('person').fields).map((field) => [field, null])),
  identityNumberState: 'none',
});

const keptFields = (fields: FieldMap): FieldMap =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => keptNames.has(field)));
