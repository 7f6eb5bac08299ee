import { classNames } from './class-names.ts';
import styles from './count-field.module.css';
import fieldStyles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';
import { parseTypedNumber } from './parse-typed-number.ts';

export type CountFieldProps = FieldFrame & {
  readonly value: number | null;
  /** Null while nothing is counted. */
  readonly onChange: (value: number | null) => void;
  /** Stands after the number: 张, 份. */
  readonly unit?: string;
  readonly fewerLabel: string;
  readonly moreLabel: string;
  readonly max?: number;
};

/** Something that is counted: one more and one fewer with the thumb, many by typing. */
export const CountField = (props: CountFieldProps) => {
  const { value, onChange, unit, fewerLabel, moreLabel, max = 100_000, ...frame } = props;
  const count = value ?? 0;
  const set = (next: number): void => onChange(next <= 0 ? null : Math.min(next, max));
  return (
    <Field {...frame}>
      {(control) => (
        <span className={styles.line}>
          <button
            type="button"
            className={styles.step}
            aria-label={fewerLabel}
            disabled={count === 0}
            onClick={() => set(count - 1)}
          >
            −
          </button>
          <input
            {...control}
            className={classNames(fieldStyles.control, styles.count)}
            inputMode="numeric"
            autoComplete="off"
            value={value ?? ''}
            placeholder="0"
            onChange={(event) => {
              const next = parseTypedNumber(event.target.value, 0);
              if (next !== undefined) set(next ?? 0);
            }}
          />
          <button type="button" className={styles.step} aria-label={moreLabel} onClick={() => set(count + 1)}>
            +
          </button>
          {unit && <span className={fieldStyles.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  );
};
