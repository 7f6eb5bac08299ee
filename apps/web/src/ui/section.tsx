import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

export type SectionProps = {
  readonly title: string;
  /** At the end of the heading: a count, a quiet Button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under its own small heading. */
export const Section = ({ title, aside, children }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
};
