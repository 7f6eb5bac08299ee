import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './sub.module.css';

export type SubProps = {
  readonly children: ReactNode;
  /** Stands on its own in a page, within the gutters. */
  readonly padded?: boolean;
};

/** Words that explain: smaller and quieter than what they explain, on their own line. */
export const Sub = ({ children, padded }: SubProps) => (
  <div className={classNames(padded && styles.padded)}>
    <span className={styles.sub}>{children}</span>
  </div>
);
