import type { ReactNode } from 'react';
import styles from './fold.module.css';

export type FoldProps = {
  readonly title: string;
  /** Stands at the end of the name: how much is inside. */
  readonly aside?: ReactNode;
  /** Stands open when it is first shown. */
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
};

/** A part of a page that opens under its name, so that several take no more room than their names. */
export const Fold = ({ title, aside, startsOpen = false, children }: FoldProps) => (
  <details className={styles.fold} open={startsOpen || undefined}>
    <summary className={styles.name}>
      <span className={styles.title}>{title}</span>
      {aside && <span className={styles.aside}>{aside}</span>}
      <span className={styles.sign} aria-hidden="true">
        ⌄
      </span>
    </summary>
    {children}
  </details>
);
