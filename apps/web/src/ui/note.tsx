import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './note.module.css';

export type NoteProps = {
  readonly title?: string;
  readonly children: ReactNode;
  readonly tone?: 'press' | 'soon' | 'late';
  /** Read aloud when it appears: something has just gone wrong or changed. */
  readonly live?: boolean;
};

/** A few lines set apart because they should not be missed. */
export const Note = ({ title, children, tone = 'press', live }: NoteProps) => (
  <div className={classNames(styles.note, styles[tone])} role={live ? 'alert' : undefined}>
    {title && <b className={styles.title}>{title}</b>}
    {children}
  </div>
);
