import type { CodeList, FieldMap, FieldSpec, RecordSpec } from '@lianxin/domain';
import { codeOptions, labelText } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { DescribedField, FormValue, FormValues } from '../../ui/described-field.ts';

/** Texts longer than this get several lines to be typed in. */
const lineLength = 200;
const longestProbe = 4_000;

const lengths = new WeakMap<FieldSpec, number>();

/** Asks the declaration itself how long a text may be, so that a form never knows another limit than the server. */
const longestText = (spec: FieldSpec): number => {
  const known = lengths.get(spec);
  if (known !== undefined) return known;
  let low = 0;
  let high = longestProbe;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (spec.schema.safeParse('x'.repeat(middle)).success) low = middle;
    else high = middle - 1;
  }
  lengths.set(spec, low);
  return low;
};

/** Civil dates are named …On in every declaration. */
const kindOf = (name: string, spec: FieldSpec): DescribedField['kind'] => {
  if (spec.codes !== undefined) return 'choice';
  if (spec.column === 'boolean') return 'yesNo';
  if (spec.column === 'integer') return 'number';
  if (name.endsWith('On')) return 'day';
  if (spec.mask === 'phone') return 'phone';
  return longestText(spec) > lineLength ? 'lines' : 'line';
};

/** A long list offers what is met most often first; the rest keeps the order of its standard. */
const optionsOf = ({ entries, common = [] }: CodeList): DescribedField['options'] => {
  const often = common.flatMap((code) => entries.find((entry) => entry.code === code) ?? []);
  const rest = entries.filter(({ code }) => !common.includes(code));
  return codeOptions([...often, ...rest]);
};

/** Describes a declared field for a form. */
export const describeField = (name: string, spec: FieldSpec, hint?: string): DescribedField => {
  const kind = kindOf(name, spec);
  const isText = kind === 'line' || kind === 'lines' || kind === 'phone';
  return {
    name,
    label: labelText(spec.label),
    kind,
    options: spec.codes === undefined ? [] : optionsOf(spec.codes),
    required: !spec.optional,
    maxLength: isText ? longestText(spec) : undefined,
    hint,
  };
};

/** Describes fields of a record for a form, in the order asked for. Fields the declaration does not know are a bug. */
export const formFields = (
  spec: RecordSpec,
  names: readonly string[],
  hints: Readonly<Record<string, string>> = {},
): readonly DescribedField[] =>
  names.map((name) => {
    const field = spec.fields[name];
    if (field === undefined) throw new Error(`${spec.name} declares no ${name}`);
    return describeField(name, field, hints[name]);
  });

/** Takes the values of a record into a form. */
export const toFormValues = (names: readonly string[], fields: FieldMap): FormValues =>
  Object.fromEntries(names.map((name) => [name, toFormValue(fields[name])]));

const toFormValue = (value: unknown): FormValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** Trims what was typed; a text of blanks is no text. */
const clean = (value: FormValue | undefined): FormValue => {
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim();
  return text === '' ? null : text;
};

/** Is a filled-in form: values that fit their declaration, and for the others what is wrong. */
export interface ReadForm {
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
}

const problemOf = (spec: FieldSpec, value: FormValue): string | null => {
  if (value === null && !spec.optional) return t.register.form.missing;
  if (spec.schema.safeParse(value).success) return null;
  if (typeof value === 'string' && value.length > longestText(spec)) return t.register.form.tooLong(longestText(spec));
  return t.register.form.invalid;
};

/** Reads a form by its declaration. */
export const readForm = (spec: RecordSpec, names: readonly string[], values: FormValues): ReadForm => {
  const read: Record<string, FormValue> = {};
  const errors: Record<string, string> = {};
  for (const name of names) {
    const field = spec.fields[name];
    if (field === undefined) continue;
    const value = clean(values[name]);
    const problem = problemOf(field, value);
    if (problem === null) read[name] = value;
    else errors[name] = problem;
  }
  return { values: read, errors };
};

/** Tells which values differ from what the record holds. */
export const changedValues = (before: FieldMap, after: FormValues): FormValues =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => (before[name] ?? null) !== value));
