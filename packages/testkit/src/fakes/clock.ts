import type { Instant } from '@lianxin/domain';

/** Is a clock that moves only when a test says so. */
export interface FakeClock {
  readonly now: () => Instant;
  readonly advance: (ms: number) => void;
}

/** Creates a clock that stands at 2026-03-02 09:00 in China, a Monday morning, unless told otherwise. */
export const createClock = (startAt: Instant = Date.UTC(2026, 2, 2, 1)): FakeClock => {
  let at = startAt;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
};
