/** After this many wrong PINs the data key is erased. */
const mostTries = 10;

const second = 1_000;
const minute = 60 * second;
/** How long to wait after a number of wrong PINs: five are free, then it grows. */
const waits: readonly number[] = [0, 0, 0, 0, 0, 30 * second, 5 * minute, 30 * minute, 30 * minute, 30 * minute];

const longestWait = Math.max(...waits);

/** Is how many PINs were tried and when the next may be. */
export interface Tries {
  readonly count: number;
  readonly notBefore: number;
}

/** Is what may happen with one more PIN. */
export type NextTry =
  | { readonly type: 'allowed'; readonly counted: Tries; readonly left: number }
  | { readonly type: 'wait'; readonly until: number }
  | { readonly type: 'spent' };

/** Decides about one more PIN; `counted` is to be stored before the PIN is looked at. */
export const nextTry = (tries: Tries | null, now: number): NextTry => {
  const { count, notBefore } = tries ?? { count: 0, notBefore: 0 };
  // All tries taken and the key still there: the page was killed before it was erased.
  if (count >= mostTries) return { type: 'spent' };
  if (isWaiting(notBefore, now)) return { type: 'wait', until: notBefore };
  const counted = { count: count + 1, notBefore: now + (waits[count + 1] ?? 0) };
  return { type: 'allowed', counted, left: mostTries - counted.count };
};

/** Tells when the next PIN may be tried; 0 when it may be now. */
export const waitsUntil = (tries: Tries | null, now: number): number =>
  tries !== null && isWaiting(tries.notBefore, now) ? tries.notBefore : 0;

/** A moment farther off than any wait was written under a wrong clock, which the server has put right since. */
const isWaiting = (notBefore: number, now: number): boolean => now < notBefore && notBefore - now <= longestWait;
