/** How long saved work may wait beside a network without a single acknowledgement before people are told, in milliseconds. */
export const stallMs = 180_000;

/** Is what tells waiting from standing still. Times are milliseconds on the loop's clock, which never goes back. */
export interface StallFacts {
  /** When the oldest unsent work was saved; null when nothing waits. */
  readonly unsentSince: number | null;
  readonly lastProgressAt: number;
  readonly isOnline: boolean;
  readonly onlineSince: number;
  /** Whether a round has failed beside a network since the last acknowledgement. A phone that was off for hours has only just begun to try. */
  readonly hasFailed: boolean;
}

/** Tells from when on people must be told that sending stands still; null while there is nothing to tell. */
export const stallsAt = (facts: StallFacts): number | null =>
  facts.unsentSince === null || !facts.isOnline || !facts.hasFailed
    ? null
    : Math.max(facts.unsentSince, facts.lastProgressAt, facts.onlineSince) + stallMs;
