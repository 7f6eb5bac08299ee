import type { FieldSpec, Label } from './field.ts';
import type { Json } from './json.ts';

/** Maps field names to their declarations. */
export type Fields = Readonly<Record<string, FieldSpec>>;

/** Says why personal data is kept and how long: PIPL articles 6, 13 and 19. */
export interface Governance {
  /** The purpose shown to the person, in their words. */
  readonly purpose: string;
  /** `duty` = performing a statutory duty, `consent` = the person agreed, as PIPL article 13 names them. */
  readonly legalBasis: 'duty' | 'consent';
  /** Whole years after the record's last use until it is due for erasing. */
  readonly retainYears: number;
}

/** Tells where copies of a record live: a grid's phones, the whole community, one user, or the server alone. */
export type Placing = 'grid' | 'community' | 'user' | 'server';

/** Declares one record type once. */
export interface RecordSpec<N extends string = string, F extends Fields = Fields> {
  readonly name: N;
  readonly label: Label;
  readonly placing: Placing;
  /** Visits and help are corrected by new records, never edited. */
  readonly appendOnly: boolean;
  readonly governance: Governance | null;
  readonly fields: F;
}

/** Is the type of the values of one field. */
export type FieldValue<S> = S extends FieldSpec<infer T> ? T : never;

/** Is the type of a record's fields, derived from its declaration. */
export type FieldsOf<S> = S extends RecordSpec<string, infer F> ? { readonly [K in keyof F]: FieldValue<F[K]> } : never;

/** Is the type of a record with its id. */
export type RecordOf<S> = FieldsOf<S> & { readonly id: string };

/** Is the bare map of a record's values, as stores and the wire carry it. */
export type FieldMap = Readonly<Record<string, Json>>;

/** Declares a record type; a name and its fields become one typed value. */
export const defineRecord = <const N extends string, F extends Fields>(spec: RecordSpec<N, F>): RecordSpec<N, F> =>
  spec;
