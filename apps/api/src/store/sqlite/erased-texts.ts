import {
  erasedMark,
  eraseJson,
  type FieldMap,
  type FieldSpec,
  isSameJson,
  type Json,
  type RecordName,
  specOf,
} from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';

/** Lists the fields of a record type that hold what somebody wrote: texts and structures, neither codes, ids nor the names of those who acted. */
export const writtenFields = (table: RecordName): readonly string[] =>
  Object.entries(specOf(table).fields)
    .filter(([name, spec]) => isWritten(spec) && !isActorName(table, name, spec) && !isNameOfOther(table, name))
    .map(([name]) => name);

/** Erases from what is written in a row; undefined when nothing was found. A cell of its own for a name or a phone becomes empty. */
export const eraseFromRow = (row: StoredRow, erase: (text: string) => string): FieldMap | undefined => {
  const changed: Record<string, Json> = {};
  for (const field of writtenFields(row.table)) {
    const before = row.fields[field] ?? null;
    if (field === 'giverName' && row.fields['giverId'] !== null) continue;
    const after = eraseJson(before, erase);
    if (!isSameJson(before, after)) changed[field] = emptyWhereOptional(specOf(row.table).fields[field], after);
  }
  return Object.keys(changed).length === 0 ? undefined : changed;
};

const isWritten = (spec: FieldSpec): boolean =>
  (spec.column === 'text' || spec.column === 'json') &&
  spec.codes === undefined &&
  spec.refersTo === undefined &&
  spec.sensitivity !== 'sealed';

/** Workers, recorders and claimers have accounts; one of them may have the same name. */
const isActorName = (table: RecordName, name: string, spec: FieldSpec): boolean =>
  spec.merge === 'server' && name.endsWith('Name') && table !== 'householdCard';

const isNameOfOther = (table: RecordName, name: string): boolean => table === 'person' && name === 'name';

const emptyWhereOptional = (spec: FieldSpec | undefined, value: Json): Json =>
  value === erasedMark && spec?.optional === true && (spec.mask === 'name' || spec.mask === 'phone') ? null : value;
