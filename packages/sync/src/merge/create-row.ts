import { civilDateAt, type FieldMap, governanceOf, parseNewRecord, type RecordName, specOf } from '@lianxin/domain';
import type { Bucket, NewRecord } from '@lianxin/protocol';
import { type CellMark, creationMark, type Decision, type MutationContext, refuse, type StoredRow } from './row.ts';

/** Marks a write with its author, for later conflicts. */
export const markOf = (context: MutationContext): CellMark => ({
  rev: context.rev,
  mutationId: context.mutationId,
  userId: context.userId,
  userName: context.userName,
  at: context.eventAt,
});

/** Is where a new row goes and which values the rules, not the author, give it. */
export interface RowPlacing {
  readonly table: RecordName;
  readonly buckets: readonly Bucket[];
  readonly server?: FieldMap;
}

/** Makes a new row from what its author wrote, or the refusal that names the wrong field. Governance values are filled in on the server. */
export const createRow = (
  context: MutationContext,
  record: NewRecord,
  placing: RowPlacing,
): StoredRow | Extract<Decision, { type: 'refuse' }> => {
  const spec = specOf(placing.table);
  const parsed = parseNewRecord(spec, record.fields);
  if (!parsed.ok) return { type: 'refuse', reason: 'invalid', field: parsed.error.field };
  const governance = context.side === 'server' ? governanceOf(spec, civilDateAt(context.eventAt)) : {};
  return {
    table: placing.table,
    id: record.id,
    rev: context.rev,
    buckets: placing.buckets,
    deleted: false,
    fields: { ...parsed.value, ...governance, ...placing.server },
    marks: { [creationMark]: markOf(context) },
  };
};

/** Says whether `createRow` refused. */
export const isRefusal = (
  made: StoredRow | Extract<Decision, { type: 'refuse' }>,
): made is Extract<Decision, { type: 'refuse' }> => 'type' in made;

/** Changes a row's values by rule, with provenance for each. */
export const changeRow = (context: MutationContext, row: StoredRow, fields: FieldMap): StoredRow => {
  const marks = Object.fromEntries(Object.keys(fields).map((name) => [name, markOf(context)]));
  return {
    ...row,
    rev: context.rev,
    fields: { ...row.fields, ...fields },
    marks: { ...row.marks, ...marks },
  };
};

/** Moves a row to other buckets. */
export const moveRow = (context: MutationContext, row: StoredRow, buckets: readonly Bucket[]): StoredRow => ({
  ...row,
  rev: context.rev,
  buckets,
});

/** Deletes a row and empties its values, so that nothing personal stays behind the tombstone. */
export const deleteRow = (context: Pick<MutationContext, 'rev'>, row: StoredRow): StoredRow => ({
  ...row,
  rev: context.rev,
  deleted: true,
  fields: Object.fromEntries(Object.keys(row.fields).map((name) => [name, null])),
  marks: {},
});

/** Refuses a record whose id is taken; a repeated mutation never comes here, its id is known. */
export const alreadyExists = (existing: StoredRow | undefined): Decision | null =>
  existing === undefined ? null : refuse('alreadyExists');
