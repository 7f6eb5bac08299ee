import type { ReactNode } from 'react';
import styles from './dock.module.css';

export type DockProps = {
  /** What the actions are about, in strong type. */
  readonly title: string;
  readonly sub?: ReactNode;
  readonly children: ReactNode;
};

/** A panel at the thumb that leaves the page above it alive: pick something there, act on it here. */
export const Dock = ({ title, sub, children }: DockProps) => (
  <section className={styles.dock} aria-label={title}>
    <p aria-live="polite">
      <b className={styles.title}>{title}</b> <span className={styles.sub}>{sub}</span>
    </p>
    <div className={styles.actions}>{children}</div>
  </section>
);
