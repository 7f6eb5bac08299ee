import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export type EmptyStateProps = {
  /** What will appear here. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  /** A Button or ButtonLink. */
  readonly action?: ReactNode;
};

/** Stands where a list has nothing yet. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className={styles.empty}>
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.body}>{children}</div>}
    {action && <div className={styles.action}>{action}</div>}
  </div>
);
