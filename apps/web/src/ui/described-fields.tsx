import { t } from '../locale/messages.ts';
import { ChipGroup } from './chip-group.tsx';
import { DateField } from './date-field.tsx';
import type { DescribedField, FormValue, FormValues } from './described-field.ts';
import { NumberField } from './number-field.tsx';
import { SelectField } from './select-field.tsx';
import { Sub } from './sub.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';
import { Tone } from './tone.tsx';

export type DescribedFieldsProps = {
  readonly fields: readonly DescribedField[];
  readonly values: FormValues;
  /** What is wrong, by field name. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: FormValue) => void;
};

type OneFieldProps = {
  readonly field: DescribedField;
  readonly value: FormValue;
  readonly error: string | undefined;
  readonly onChange: (value: FormValue) => void;
};

/** As many short choices fit on a phone as chips without burying what comes after. */
const mostChips = 14;
const longestChip = 4;

const fitsAsChips = ({ options }: DescribedField): boolean =>
  options.length <= 4 || (options.length <= mostChips && options.every(({ label }) => label.length <= longestChip));

const typed = (text: string): string | null => (text === '' ? null : text);

const yesNoOptions = [
  { value: 'yes', label: t.ui.yes },
  { value: 'no', label: t.ui.no },
] as const;

const ChoiceField = ({ field, value, error, onChange }: OneFieldProps) => {
  const chosen = typeof value === 'string' ? value : null;
  if (!fitsAsChips(field)) {
    const frame = { label: field.label, hint: field.hint, error, emptyLabel: field.required ? '' : t.ui.unknown };
    return <SelectField {...frame} options={field.options} value={chosen} onChange={onChange} />;
  }
  return (
    <>
      <ChipGroup mode="single" label={field.label} options={field.options} value={chosen} onChange={onChange} />
      {error && (
        <Sub padded>
          <span role="alert">
            <Tone tone="late">{error}</Tone>
          </span>
        </Sub>
      )}
    </>
  );
};

const OneField = (props: OneFieldProps) => {
  const { field, value, error, onChange } = props;
  const frame = { label: field.label, hint: field.hint, error, required: field.required };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...props} />;
    case 'yesNo': {
      const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
      const onPick = (next: 'yes' | 'no' | null): void => onChange(next === null ? null : next === 'yes');
      return <ChipGroup mode="single" label={field.label} options={yesNoOptions} value={chosen} onChange={onPick} />;
    }
    case 'number':
      return <NumberField {...frame} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'day':
      return <DateField {...frame} value={text} onChange={(next) => onChange(typed(next))} />;
    case 'lines':
      return <TextArea {...frame} value={text} onChange={(next) => onChange(typed(next))} />;
    case 'phone':
    case 'line':
      return (
        <TextField
          {...frame}
          type={field.kind === 'phone' ? 'tel' : 'text'}
          value={text}
          onChange={(next) => onChange(typed(next))}
        />
      );
  }
};

/** Draws described fields one below the other. */
export const DescribedFields = ({ fields, values, errors, onChange }: DescribedFieldsProps) =>
  fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name] ?? null}
      error={errors[field.name]}
      onChange={(value) => onChange(field.name, value)}
    />
  ));
