import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './sub.module.css';

export type SubProps = {
  readonly children: ReactNode;
  /** Stands on its own in a page, within the gutters. */
  readonly padded?: boolean;
  readonly tone?: 'soft' | 'soon' | 'late' | 'done';
};

/** Words that explain: smaller and quieter than what they explain. */
export const Sub = ({ children, padded, tone = 'soft' }: SubProps) => (
  <div className={classNames(styles.sub, padded && styles.padded, styles[tone])}>{children}</div>
);
