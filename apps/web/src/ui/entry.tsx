import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './entry.module.css';

export type EntryProps = {
  readonly title: ReactNode;
  /** Follows the title on its line in plain type: an age, a number. */
  readonly detail?: ReactNode;
  readonly sub?: ReactNode;
  /** Stands at the end of the first line: a quiet Button or ButtonLink. */
  readonly aside?: ReactNode;
  /** The title is a sentence to be read, not a name to be found. */
  readonly prominent?: boolean;
  /** Below the words: what can be done about it. */
  readonly children?: ReactNode;
};

/** Somebody or something in a list with a line about it and, if need be, its own actions. */
export const Entry = ({ title, detail, sub, aside, prominent, children }: EntryProps) => (
  <li className={classNames(styles.entry, prominent && styles.prominent)}>
    <div className={styles.line}>
      <span className={styles.words}>
        <b className={styles.title}>{title}</b> {detail}
      </span>
      {aside && <span className={styles.aside}>{aside}</span>}
    </div>
    {sub && <div className={styles.sub}>{sub}</div>}
    {children && <div className={styles.actions}>{children}</div>}
  </li>
);
