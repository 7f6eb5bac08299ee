/** What a form holds while it is filled in; a text that is not there is null, never an empty string. */
export type FormValue = string | number | boolean | null;

export type FormValues = Readonly<Record<string, FormValue>>;

/** One field of a form that is drawn from a description instead of by hand. */
export type DescribedField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'lines' | 'phone' | 'day' | 'number' | 'yesNo' | 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
  readonly maxLength: number | undefined;
  readonly hint?: string | undefined;
};
