import { type FieldSpec, type RecordName, referenceFields, specOf } from '@lianxin/domain';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Names the table of each record type: the same noun in the plural. */
export const tableNames: Readonly<Record<RecordName, string>> = {
  unit: 'units',
  dwelling: 'dwellings',
  household: 'households',
  person: 'persons',
  membership: 'memberships',
  tag: 'tags',
  visit: 'visits',
  need: 'needs',
  wish: 'wishes',
  wishNotice: 'wish_notices',
  householdCard: 'household_cards',
  help: 'helps',
  conflict: 'conflicts',
  heldWork: 'held_works',
  cadence: 'cadences',
  questionSet: 'question_sets',
  answerSheet: 'answer_sheets',
  photo: 'photos',
  householdCode: 'household_codes',
  regrouping: 'regroupings',
  fieldChange: 'field_changes',
};

/** Turns a field name into its column name. */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The fields, besides references, by which the server looks rows up. */
const lookedUpBy: Readonly<Partial<Record<RecordName, readonly string[]>>> = { photo: ['sha256'] };

/** Builds the table of a record type from its declaration, so that a new field is a new column and nothing else. */
export const recordTable = (name: RecordName) => {
  const spec = specOf(name);
  const fields = Object.entries(spec.fields).map(([field, declared]) => [field, column(field, declared)] as const);
  const table = tableNames[name];
  return sqliteTable(
    table,
    {
      communityId: text('community_id').notNull(),
      id: text('id').notNull(),
      rev: integer('rev').notNull(),
      buckets: text('buckets').notNull(),
      deleted: integer('deleted').notNull(),
      marks: text('marks').notNull(),
      ...Object.fromEntries(fields.map(([field, made]) => [`_${field}`, made])),
    },
    (columns) => {
      const byName = new Map(Object.entries(columns));
      const indexes = [...referenceFields(spec), ...(lookedUpBy[name] ?? [])].flatMap((field) => {
        const made = byName.get(`_${field}`);
        return made ? [index(`${table}_by_${columnName(field)}`).on(columns.communityId, made)] : [];
      });
      return [primaryKey({ columns: [columns.communityId, columns.id] }), ...indexes];
    },
  );
};

const column = (field: string, spec: FieldSpec) =>
  spec.column === 'integer' || spec.column === 'boolean' ? integer(columnName(field)) : text(columnName(field));
