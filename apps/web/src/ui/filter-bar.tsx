import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

export type FilterBarProps = {
  readonly label: string;
  /** PickFields, PickDates and compact Buttons. */
  readonly children?: ReactNode;
  /** At the far end: what is done with the whole table. */
  readonly end?: ReactNode;
};

/** The line above a desk table: what is shown at the left, what is done with it at the right. */
export const FilterBar = ({ label, children, end }: FilterBarProps) => (
  <section className={styles.bar} aria-label={label}>
    <div className={styles.group}>{children}</div>
    {end && <div className={styles.group}>{end}</div>}
  </section>
);
