import { type KeyboardEvent, type ReactNode, type TouchEvent, useRef } from 'react';
import styles from './step-area.module.css';
import { readSwipe, type ScreenPoint } from './swipe.ts';

export type StepAreaProps = {
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly children: ReactNode;
};

/** What scrolls sideways itself, or is written into, keeps the thumb and the arrows to itself. */
const ownSideways = 'input, select, textarea, [contenteditable], [role="radiogroup"], fieldset, nav, table, dialog';

const isOwn = (target: EventTarget): boolean => target instanceof Element && target.closest(ownSideways) !== null;

const pointOf = ({ changedTouches }: TouchEvent): ScreenPoint | null => {
  const touch = changedTouches[0];
  return touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
};

/** Content that is one of a row: a swipe or an arrow key leads to its neighbour. Buttons must offer the same. */
export const StepArea = ({ onPrevious, onNext, children }: StepAreaProps) => {
  const from = useRef<ScreenPoint | null>(null);
  const step = (way: 'next' | 'previous' | null): boolean => {
    const go = way === 'next' ? onNext : way === 'previous' ? onPrevious : undefined;
    go?.();
    return go !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || isOwn(event.target)) return;
    const way = event.key === 'ArrowRight' ? 'next' : event.key === 'ArrowLeft' ? 'previous' : null;
    if (step(way)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what stands beside it as buttons.
    <div
      className={styles.area}
      onKeyDown={onKeyDown}
      onTouchStart={(event) => {
        from.current = event.touches.length > 1 || isOwn(event.target) ? null : pointOf(event);
      }}
      onTouchEnd={(event) => {
        const to = pointOf(event);
        if (from.current !== null && to !== null) step(readSwipe(from.current, to, window.innerWidth));
        from.current = null;
      }}
    >
      {children}
    </div>
  );
};
