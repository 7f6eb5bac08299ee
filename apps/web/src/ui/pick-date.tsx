import styles from './pick.module.css';

export type PickDateProps = {
  /** Stands before the date, such as 截至. */
  readonly label: string;
  readonly precision?: 'date' | 'month';
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A day or month that filters a desk table. */
export const PickDate = ({ label, precision = 'date', value, onChange }: PickDateProps) => (
  <label className={styles.pick}>
    {label}{' '}
    <input className={styles.date} type={precision} value={value} onChange={(event) => onChange(event.target.value)} />
  </label>
);
