import { type ReactNode, useEffect, useRef } from 'react';
import styles from './step-area.module.css';
import { readSwipe, type ScreenPoint } from './swipe.ts';

export type StepAreaProps = {
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** What scrolls sideways itself, or is written into, keeps the thumb and the arrows to itself. */
const ownSideways = 'input, select, textarea, [contenteditable], [role="radiogroup"], fieldset, nav, table, dialog';

const isOwn = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(ownSideways) !== null;

const pointOf = ({ changedTouches }: TouchEvent): ScreenPoint | null => {
  const touch = changedTouches[0];
  return touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
};

/** Content that is one of a row: a swipe or an arrow key leads to its neighbour. Buttons must offer the same. */
export const StepArea = ({ onPrevious, onNext, children }: StepAreaProps) => {
  const area = useRef<HTMLDivElement>(null);
  // Outlives a page that is drawn anew in the middle of a swipe.
  const from = useRef<ScreenPoint | null>(null);
  // Listened to from outside: for a reader of the page this is no control of its own, only a shortcut for the buttons beside it.
  useEffect(() => {
    const shown = area.current;
    return shown === null ? undefined : listenForSteps(shown, from, { onPrevious, onNext });
  }, [onPrevious, onNext]);
  return (
    <div ref={area} className={styles.area}>
      {children}
    </div>
  );
};

type Steps = Pick<StepAreaProps, 'onPrevious' | 'onNext'>;

const listenForSteps = (
  area: HTMLElement,
  from: { current: ScreenPoint | null },
  { onPrevious, onNext }: Steps,
): (() => void) => {
  const listening = new AbortController();
  const { signal } = listening;
  const step = (way: 'next' | 'previous' | null): boolean => {
    const go = way === 'next' ? onNext : way === 'previous' ? onPrevious : undefined;
    go?.();
    return go !== undefined;
  };
  area.addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || isOwn(event.target)) return;
      const way = event.key === 'ArrowRight' ? 'next' : event.key === 'ArrowLeft' ? 'previous' : null;
      if (step(way)) event.preventDefault();
    },
    { signal },
  );
  area.addEventListener(
    'touchstart',
    (event) => {
      from.current = event.touches.length > 1 || isOwn(event.target) ? null : pointOf(event);
    },
    { signal, passive: true },
  );
  area.addEventListener(
    'touchend',
    (event) => {
      const to = pointOf(event);
      if (from.current !== null && to !== null) step(readSwipe(from.current, to, window.innerWidth));
      from.current = null;
    },
    { signal, passive: true },
  );
  return () => listening.abort();
};
