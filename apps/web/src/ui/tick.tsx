import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { StatusSign } from './status-glyph.tsx';
import styles from './tick.module.css';

export type TickProps = {
  /** How far the record has come: 0 nothing yet, 1 on this phone, 2 at the server, 3 in a backup. */
  readonly count: 0 | 1 | 2 | 3;
  readonly tone?: 'done' | 'soft' | 'late';
  readonly children: ReactNode;
};

/** Says in words, led by as many ticks, how safely something is kept. */
export const Tick = ({ count, tone = 'done', children }: TickProps) => (
  <span className={classNames(styles.tick, styles[tone])}>
    {count >= 1 && <StatusSign status="done" />}
    {count >= 2 && <AnotherTick />}
    {count >= 3 && <AnotherTick />}
    <span className={styles.words}>{children}</span>
  </span>
);

const AnotherTick = () => (
  <span className={styles.another}>
    <StatusSign status="done" />
  </span>
);
