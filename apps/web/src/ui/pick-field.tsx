import styles from './pick.module.css';
import type { SelectOption } from './select-field.tsx';

export type PickFieldProps<Value extends string> = {
  /** Read aloud only: the chosen words say enough to the eye. */
  readonly label: string;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** A filter above a desk table: small, native, always something chosen. */
export const PickField = <Value extends string>({ label, options, value, onChange }: PickFieldProps<Value>) => (
  <span className={styles.frame}>
    <select
      className={styles.pick}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const option = options.find((candidate) => candidate.value === event.target.value);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </span>
);
