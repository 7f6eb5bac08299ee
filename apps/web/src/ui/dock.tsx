import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './dock.module.css';
import { StepArea } from './step-area.tsx';

/** A neighbour of what the dock is about: the word on its button, and what is read aloud. */
export type DockStep = { readonly text: string; readonly label: string; readonly onPress: () => void };

export type DockProps = {
  /** What the actions are about, in strong type. */
  readonly title: string;
  readonly sub?: ReactNode;
  /** At the end of the first line: a quiet ButtonLink to the whole of it. */
  readonly aside?: ReactNode;
  /** What comes before and after it, where it is one of a row; a swipe and the arrow keys lead there too. */
  readonly previous?: DockStep | undefined;
  readonly next?: DockStep | undefined;
  readonly children: ReactNode;
};

/** A panel at the thumb that leaves the page above it alive: pick something there, act on it here. */
export const Dock = ({ title, sub, aside, previous, next, children }: DockProps) => (
  <section className={styles.dock} aria-label={title}>
    <StepArea onPrevious={previous?.onPress} onNext={next?.onPress}>
      <div className={styles.head}>
        <p className={styles.words} aria-live="polite">
          <b className={styles.title}>{title}</b> <span className={styles.sub}>{sub}</span>
        </p>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={styles.actions}>{children}</div>
      {(previous ?? next) && (
        <div className={styles.steps}>
          {previous && (
            <Button variant="bare" label={previous.label} onClick={previous.onPress}>
              ‹ {previous.text}
            </Button>
          )}
          {next && (
            <div className={styles.next}>
              <Button variant="bare" label={next.label} onClick={next.onPress}>
                {next.text} ›
              </Button>
            </div>
          )}
        </div>
      )}
    </StepArea>
  </section>
);
