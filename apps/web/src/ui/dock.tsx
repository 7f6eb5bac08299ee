import type { ReactNode } from 'react';
import styles from './dock.module.css';

export type DockProps = {
  /** What the actions are about, in strong type. */
  readonly title: string;
  readonly sub?: ReactNode;
  /** At the end of the first line: a quiet ButtonLink to the whole of it. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A panel at the thumb that leaves the page above it alive: pick something there, act on it here. */
export const Dock = ({ title, sub, aside, children }: DockProps) => (
  <section className={styles.dock} aria-label={title}>
    <div className={styles.head}>
      <p className={styles.words} aria-live="polite">
        <b className={styles.title}>{title}</b> <span className={styles.sub}>{sub}</span>
      </p>
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
    <div className={styles.actions}>{children}</div>
  </section>
);
