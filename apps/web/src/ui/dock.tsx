import type { ReactNode } from 'react';
import styles from './dock.module.css';
import { StepArea } from './step-area.tsx';
import { type Step, Steps } from './steps.tsx';
import { keepBottom } from './taken-height.ts';

export type DockProps = {
  /** What the actions are about, in strong type. */
  readonly title: string;
  readonly sub?: ReactNode;
  /** At the end of the first line: a quiet ButtonLink to the whole of it. */
  readonly aside?: ReactNode;
  /** What comes before and after it, where it is one of a row; a swipe and the arrow keys lead there too. */
  readonly previous?: Step | undefined;
  readonly next?: Step | undefined;
  readonly children: ReactNode;
};

/** A panel at the thumb that leaves the page above it alive: pick something there, act on it here. */
export const Dock = ({ title, sub, aside, previous, next, children }: DockProps) => (
  <StepArea onPrevious={previous?.onPress} onNext={next?.onPress}>
    <section ref={keepBottom} className={styles.dock} aria-label={title}>
      <div className={styles.head}>
        <p className={styles.words} aria-live="polite">
          <b className={styles.title}>{title}</b> <span className={styles.sub}>{sub}</span>
        </p>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={styles.actions}>{children}</div>
      <Steps previous={previous} next={next} />
    </section>
  </StepArea>
);
