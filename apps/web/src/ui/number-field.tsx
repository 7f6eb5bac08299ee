import { useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';
import { parseTypedNumber } from './parse-typed-number.ts';

export type NumberFieldProps = FieldFrame & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Stands after the number: 分钟, 人, 斤. */
  readonly unit?: string;
  /** Digits after the point; 0 takes whole numbers only. */
  readonly decimals?: number;
};

/** A number as people type it: full-width digits are understood, letters are not taken. */
export const NumberField = ({ value, onChange, unit, decimals = 0, ...frame }: NumberFieldProps) => {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const shown = parseTypedNumber(typed, decimals) === value ? typed : value === null ? '' : String(value);
  return (
    <Field {...frame}>
      {(control) => (
        <span className={styles.withUnit}>
          <input
            {...control}
            className={classNames(styles.control, styles.number)}
            inputMode={decimals === 0 ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={shown}
            onChange={(event) => {
              const next = parseTypedNumber(event.target.value, decimals);
              if (next === undefined) return;
              setTyped(event.target.value);
              onChange(next);
            }}
          />
          {unit && <span className={styles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  );
};
