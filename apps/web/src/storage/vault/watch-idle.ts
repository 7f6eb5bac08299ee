/** Is what tells an idle phone. */
export interface IdlePorts {
  /** Asked anew every time: the server may say another number while the app is open. */
  readonly afterMinutes: () => number;
  readonly now: () => number;
  /** Milliseconds on a clock that never goes back; it may stand still while the phone sleeps. */
  readonly elapsed: () => number;
  readonly onIdle: () => void;
  /** When any window of the app was last touched: work in one keeps the others from locking it. */
  readonly shared: { readonly read: () => number; readonly write: (touchedAt: number) => void };
}

/** Is the watch over a phone's idleness. */
export interface IdleWatch {
  /** Whether nobody has touched the phone for too long; also tells `onIdle`. */
  readonly isIdle: () => boolean;
  readonly stop: () => void;
}

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const;
const lookEveryMs = 10_000;
const shareEveryMs = 5_000;

/** Tells when nobody has touched the app for some minutes, hidden or not. A sleeping phone runs no timer; whoever shows the page again asks first. */
export const watchIdle = ({ afterMinutes, now, elapsed, onIdle, shared }: IdlePorts): IdleWatch => {
  const moment = () => ({ wall: now(), steady: elapsed() });
  let touched = moment();
  let written = 0;
  const share = (): void => {
    if (Math.abs(touched.wall - written) < shareEveryMs) return;
    written = touched.wall;
    shared.write(touched.wall);
  };
  share();
  const isIdle = (): boolean => {
    const { wall, steady } = moment();
    const elsewhere = Math.min(shared.read(), wall);
    if (elsewhere > touched.wall) touched = { wall: elsewhere, steady: steady - (wall - elsewhere) };
    // The greater of both: one clock can be set back, the other may have slept.
    const idle = Math.max(wall - touched.wall, steady - touched.steady) >= afterMinutes() * 60_000;
    if (idle) onIdle();
    return idle;
  };
  const touch = (): void => {
    // A touch that wakes a phone after hours is no sign that it was in use.
    if (isIdle()) return;
    touched = moment();
    share();
  };
  for (const name of touches) window.addEventListener(name, touch, { passive: true, capture: true });
  const timer = setInterval(isIdle, lookEveryMs);
  return {
    isIdle,
    stop: () => {
      for (const name of touches) window.removeEventListener(name, touch, { capture: true });
      clearInterval(timer);
    },
  };
};
