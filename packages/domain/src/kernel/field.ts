import * as z from 'zod/mini';
import type { Json } from './json.ts';

/** Tells how carefully a value is handled: `open` may be published, `personal` is masked when it leaves, `sensitive` is masked everywhere and left out of default exports, `sealed` never reaches a phone. */
export type Sensitivity = 'open' | 'personal' | 'sensitive' | 'sealed';

/** Tells who may change a value after creation: `cell` = field by field with the loser kept, `fixed` = nobody, `server` = only the reducers' own rules (states, actors, times). */
export type MergeRule = 'cell' | 'fixed' | 'server';

/** Names the way a value is shortened when it is shown to somebody who need not see all of it. */
export type MaskKind = 'name' | 'phone' | 'identityNumber' | 'address' | 'omit';

/** Names the column type a value is stored in. */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'json';

/** Is the label of a field or record, Chinese first. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Is a versioned list of codes with the standard it comes from. */
export interface CodeList<C extends string = string> {
  readonly name: string;
  readonly standard: string;
  /** The codes met most often; a long list offers them first. */
  readonly common?: readonly C[];
  readonly entries: readonly { readonly code: C; readonly zh: string; readonly en: string }[];
}

/** Declares one field once: forms, wire validation, columns, masks and ledgers all derive from this. */
export interface FieldSpec<T extends Json = Json> {
  readonly label: Label;
  readonly column: ColumnKind;
  readonly schema: z.ZodMiniType<T, T>;
  readonly sensitivity: Sensitivity;
  readonly merge: MergeRule;
  readonly optional: boolean;
  readonly codes?: CodeList;
  readonly mask?: MaskKind;
  /** Headings under which communities keep this value in their own ledgers. */
  readonly synonyms: readonly string[];
  /** The record type a reference points to. */
  readonly refersTo?: string;
}

/** Is what a field declaration may add to its kind. */
export interface FieldOptions {
  readonly sensitivity?: Sensitivity;
  readonly merge?: MergeRule;
  readonly mask?: MaskKind;
  readonly synonyms?: readonly string[];
}

/** The longest name that is accepted: thirty characters are met in practice, the double leaves room. */
export const maxNameLength = 60;

/** The longest free text of one field, in UTF-16 units. */
export const maxTextLength = 2_000;

const label = (zh: string, en: string): Label => ({ zh, en });

const field = <T extends Json>(
  kind: { readonly column: ColumnKind; readonly schema: z.ZodMiniType<T, T>; readonly optional: boolean },
  names: Label,
  options: FieldOptions,
): FieldSpec<T> => ({
  ...kind,
  label: names,
  sensitivity: options.sensitivity ?? 'open',
  merge: options.merge ?? 'cell',
  synonyms: options.synonyms ?? [],
  ...(options.mask ? { mask: options.mask } : {}),
});

/** Declares a short required text, at most `max` characters. */
export const requiredText = (
  zh: string,
  en: string,
  options: FieldOptions & { readonly max?: number } = {},
): FieldSpec<string> =>
  field(
    {
      column: 'text',
      schema: z.string().check(z.minLength(1), z.maxLength(options.max ?? maxTextLength)),
      optional: false,
    },
    label(zh, en),
    options,
  );

/** Declares a text that may be missing. */
export const text = (
  zh: string,
  en: string,
  options: FieldOptions & { readonly max?: number } = {},
): FieldSpec<string | null> =>
  field(
    { column: 'text', schema: z.nullable(z.string().check(z.maxLength(options.max ?? maxTextLength))), optional: true },
    label(zh, en),
    options,
  );

/** Declares a calendar day that may be missing. */
export const day = (zh: string, en: string, options: FieldOptions = {}): FieldSpec<string | null> =>
  field({ column: 'text', schema: z.nullable(z.iso.date()), optional: true }, label(zh, en), options);

/** Declares a moment in epoch milliseconds that may be missing. */
export const moment = (zh: string, en: string, options: FieldOptions = {}): FieldSpec<number | null> =>
  field(
    { column: 'integer', schema: z.nullable(z.int().check(z.nonnegative())), optional: true },
    label(zh, en),
    options,
  );

/** Declares a whole number between `min` and `max` that may be missing. */
export const wholeNumber = (
  zh: string,
  en: string,
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): FieldSpec<number | null> =>
  field(
    {
      column: 'integer',
      schema: z.nullable(z.int().check(z.gte(options.min ?? 0), z.lte(options.max ?? 1_000_000))),
      optional: true,
    },
    label(zh, en),
    options,
  );

/** Declares a yes or no that may be unknown. */
export const flag = (zh: string, en: string, options: FieldOptions = {}): FieldSpec<boolean | null> =>
  field({ column: 'boolean', schema: z.nullable(z.boolean()), optional: true }, label(zh, en), options);

/** Declares a required value out of a code list. */
export const requiredCode = <const C extends string>(
  zh: string,
  en: string,
  codes: CodeList<C>,
  options: FieldOptions = {},
): FieldSpec<C> => ({
  ...field({ column: 'text', schema: z.enum(codesOf(codes)), optional: false }, label(zh, en), options),
  codes,
});

/** Declares a value out of a code list that may be missing. */
export const code = <const C extends string>(
  zh: string,
  en: string,
  codes: CodeList<C>,
  options: FieldOptions = {},
): FieldSpec<C | null> => ({
  ...field({ column: 'text', schema: z.nullable(z.enum(codesOf(codes))), optional: true }, label(zh, en), options),
  codes,
});

/** Declares a required reference to another record. */
export const requiredReference = (
  zh: string,
  en: string,
  refersTo: string,
  options: FieldOptions = {},
): FieldSpec<string> => ({
  ...field({ column: 'text', schema: idSchema, optional: false }, label(zh, en), { merge: 'fixed', ...options }),
  refersTo,
});

/** Declares a reference to another record that may be missing. */
export const reference = (
  zh: string,
  en: string,
  refersTo: string,
  options: FieldOptions = {},
): FieldSpec<string | null> => ({
  ...field({ column: 'text', schema: z.nullable(idSchema), optional: true }, label(zh, en), {
    merge: 'fixed',
    ...options,
  }),
  refersTo,
});

/** Declares a structured value with its own schema, kept as JSON. */
export const structured = <T extends Json>(
  zh: string,
  en: string,
  schema: z.ZodMiniType<T, T>,
  options: FieldOptions = {},
): FieldSpec<T> => field({ column: 'json', schema, optional: true }, label(zh, en), options);

/** Is the shape of every id on the wire: UUIDv7 or 128 random bits, never anything readable. */
export const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));

const codesOf = <C extends string>(list: CodeList<C>): Record<C, C> => {
  const pairs: Partial<Record<C, C>> = {};
  for (const entry of list.entries) pairs[entry.code] = entry.code;
  return pairs as Record<C, C>;
};
