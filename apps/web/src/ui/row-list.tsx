import type { ReactNode } from 'react';
import styles from './row.module.css';

export type RowListProps = {
  /** Names the list where no Section heading stands above it. */
  readonly label?: string;
  readonly children: ReactNode;
};

/** Rows or Entries, one below the other with hairlines between. */
export const RowList = ({ label, children }: RowListProps) => (
  <ul className={styles.list} aria-label={label}>
    {children}
  </ul>
);
