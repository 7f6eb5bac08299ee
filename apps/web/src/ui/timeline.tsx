import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './timeline.module.css';

export type TimelineItem = {
  readonly key: string;
  /** A short date, as written. */
  readonly on: string;
  /** The same day for machines, YYYY-MM-DD or an instant. */
  readonly dateTime: string;
  /** A StatusSign. */
  readonly sign?: ReactNode;
  readonly text: ReactNode;
  /** Quiet words on the same line. */
  readonly detail?: ReactNode;
  /** Quiet words on their own line. */
  readonly note?: ReactNode;
  readonly href?: string | undefined;
};

export type TimelineProps = { readonly items: readonly TimelineItem[] };

const TimelineWords = ({ item }: { readonly item: TimelineItem }) => (
  <>
    {item.text} {item.detail && <span className={styles.quiet}>{item.detail}</span>}
    {item.note && (
      <>
        <br />
        <span className={styles.note}>{item.note}</span>
      </>
    )}
  </>
);

/** What happened, newest first. */
export const Timeline = ({ items }: TimelineProps) => (
  <ol className={styles.timeline}>
    {items.map((item) => (
      <li key={item.key} className={styles.item}>
        <time className={styles.time} dateTime={item.dateTime}>
          {item.on}
        </time>
        <span className={styles.sign}>{item.sign}</span>
        {item.href === undefined ? (
          <div className={styles.words}>
            <TimelineWords item={item} />
          </div>
        ) : (
          <Link className={styles.words} href={item.href}>
            <TimelineWords item={item} />
          </Link>
        )}
      </li>
    ))}
  </ol>
);
