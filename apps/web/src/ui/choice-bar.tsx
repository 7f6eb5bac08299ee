import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './choice-bar.module.css';
import { classNames } from './class-names.ts';

export type ChoiceBarProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly slim?: boolean;
    readonly lang?: string;
  }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** A slim Button for the choices that are rarer. */
  readonly children?: ReactNode;
};

/** One choice of a few, as large as the buttons of an ActionBar; the chosen one is solid. */
export const ChoiceBar = <Value extends string>({
  label,
  options,
  value,
  onChange,
  children,
}: ChoiceBarProps<Value>) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.bar}>
      {options.map((option) => (
        <label key={option.value} className={classNames(styles.choice, option.slim && styles.slim)}>
          <input
            className={styles.input}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.face} lang={option.lang}>
            {option.label}
          </span>
        </label>
      ))}
      {children}
    </div>
  );
};
