import type { ReactNode } from 'react';
import styles from './field.module.css';

export type CheckFieldProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

/** One thing that is so or not. */
export const CheckField = ({ label, hint, checked, onChange, disabled }: CheckFieldProps) => (
  <label className={styles.check}>
    <input
      type="checkbox"
      className={styles.box}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span>
      {label}
      {hint && <span className={styles.checkHint}>{hint}</span>}
    </span>
  </label>
);
