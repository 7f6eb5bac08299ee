import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export type DateFieldProps = FieldFrame & {
  /** day: YYYY-MM-DD; minute: YYYY-MM-DDTHH:mm in local time; month: YYYY-MM. Empty while nothing is chosen. */
  readonly precision?: 'day' | 'minute' | 'month';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string;
  readonly max?: string;
};

const inputTypes = { day: 'date', minute: 'datetime-local', month: 'month' } as const;

/** A day, a minute or a month, chosen with the phone's own picker: it speaks the user's language and fits the thumb. */
export const DateField = ({ precision = 'day', value, onChange, min, max, ...frame }: DateFieldProps) => (
  <Field {...frame}>
    {(control) => (
      <input
        {...control}
        className={styles.control}
        type={inputTypes[precision]}
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
