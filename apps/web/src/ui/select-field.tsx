import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export type SelectOption<Value extends string> = { readonly value: Value; readonly label: string };

export type SelectFieldProps<Value extends string> = FieldFrame & {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  /** The first line of the list, which stands for nothing chosen; without it a choice cannot be taken back. */
  readonly emptyLabel?: string;
  readonly disabled?: boolean;
};

/** One of many, in the list that the phone itself draws. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const { options, value, onChange, emptyLabel, disabled, ...frame } = props;
  return (
    <Field {...frame}>
      {(control) => (
        <select
          {...control}
          className={classNames(styles.control, styles.select)}
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
        >
          {(emptyLabel !== undefined || value === null) && <option value="">{emptyLabel ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
