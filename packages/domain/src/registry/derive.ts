import type { FieldSpec } from '../kernel/field.ts';
import type { FieldMap, RecordSpec } from '../kernel/record-spec.ts';
import { err, ok, type Result } from '../kernel/result.ts';

/** Names the first field of a record that does not fit its declaration. */
export interface InvalidField {
  readonly type: 'InvalidField';
  readonly field: string;
  readonly problem: 'unknown' | 'invalid' | 'serverOwned';
}

/** Lists the fields that an author may set when a record is created; the rest belongs to the server. */
export const authorFields = (spec: RecordSpec): readonly string[] =>
  fieldNames(spec, (field) => field.merge !== 'server');

/** Lists the fields that may be edited one by one afterwards. */
export const cellFields = (spec: RecordSpec): readonly string[] => fieldNames(spec, (field) => field.merge === 'cell');

/** Lists the fields that may reach a phone. */
export const phoneFields = (spec: RecordSpec): readonly string[] => fieldNames(spec, (field) => !isServerOnly(field));

/** Lists the fields that point to other records, which stores index. */
export const referenceFields = (spec: RecordSpec): readonly string[] =>
  fieldNames(spec, (field) => field.refersTo !== undefined);

/** Says whether a field never leaves the server. */
export const isServerOnly = (field: FieldSpec): boolean =>
  field.sensitivity === 'sealed' || ('onPhone' in field && field.onPhone === false);

/** Checks what an author wrote for a new record: unknown keys and server-owned keys are refused, missing optional fields become null; a required value that the rules own is left to them. */
export const parseNewRecord = (spec: RecordSpec, input: FieldMap): Result<FieldMap, InvalidField> => {
  for (const key of Object.keys(input)) {
    const field = fieldOf(spec, key);
    if (field === undefined) return err({ type: 'InvalidField', field: key, problem: 'unknown' });
    if (field.merge === 'server' && !isAuthorState(field, input[key]))
      return err({ type: 'InvalidField', field: key, problem: 'serverOwned' });
  }
  const values: Record<string, FieldMap[string]> = {};
  for (const [name, field] of Object.entries(spec.fields)) {
    if (field.merge === 'server' && emptyValue(field) === undefined) continue;
    const parsed = field.schema.safeParse(Object.hasOwn(input, name) ? input[name] : emptyValue(field));
    if (!parsed.success) return err({ type: 'InvalidField', field: name, problem: 'invalid' });
    values[name] = parsed.data;
  }
  return ok(values);
};

/** Checks one edited value; only fields merged cell by cell may be edited. */
export const parseCell = (spec: RecordSpec, name: string, value: unknown): Result<FieldMap[string], InvalidField> => {
  const field = fieldOf(spec, name);
  if (field === undefined) return err({ type: 'InvalidField', field: name, problem: 'unknown' });
  if (field.merge !== 'cell' || isServerOnly(field))
    return err({ type: 'InvalidField', field: name, problem: 'serverOwned' });
  const parsed = field.schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err({ type: 'InvalidField', field: name, problem: 'invalid' });
};

const phoneFieldsOf = new WeakMap<RecordSpec, readonly string[]>();

/** Leaves only the fields that may reach a phone. */
export const toPhoneFields = (spec: RecordSpec, fields: FieldMap): FieldMap => {
  const kept: Record<string, FieldMap[string]> = {};
  // Listed once for each declaration: a pull asks for every row of it.
  const names = phoneFieldsOf.get(spec) ?? phoneFields(spec);
  phoneFieldsOf.set(spec, names);
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
};

const fieldOf = (spec: RecordSpec, name: string): FieldSpec | undefined =>
  Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;

const fieldNames = (spec: RecordSpec, wanted: (field: FieldSpec) => boolean): readonly string[] =>
  Object.entries(spec.fields)
    .filter(([, field]) => wanted(field))
    .map(([name]) => name);

/** A server-owned field may be named by its author only with the value it would start with anyway. */
const isAuthorState = (field: FieldSpec, value: unknown): boolean => value === emptyValue(field);

const emptyValue = (field: FieldSpec): FieldMap[string] | undefined => {
  if (field.column === 'json' && field.optional) return field.schema.safeParse(null).success ? null : [];
  if (field.optional) return null;
  return field.merge === 'server' ? field.codes?.entries[0]?.code : undefined;
};
