import type { SessionAnswer } from '@lianxin/protocol';

const dayMs = 86_400_000;
const usualDays = 7;
/** A clock set back by less is a clock that was put right. */
const clockSlackMs = 300_000;

/** Is how a lease stands. */
export type LeaseState = 'open' | 'ended' | 'clockBack';

/** Tells whether a phone may be opened by its own clock, against the latest time that was ever seen on it. */
export const leaseState = (until: number | null, highest: number, now: number): LeaseState => {
  if (now < highest - clockSlackMs) return 'clockBack';
  return until !== null && Math.max(now, highest) > until ? 'ended' : 'open';
};

/** Is until when a vault may be opened that is made now; a phone that is set up without a network has a week to be heard from. */
export const firstLease = (heard: { readonly until: number | null } | null, now: number): number | null =>
  heard === null ? now + usualDays * dayMs : heard.until;

/**
 * Turns what the server has just granted into a moment on the phone's own clock. A phone whose clock is years off still
 * gets its days, because the answer itself is the proof that the server was reached.
 */
export const leaseOnThisClock = ({ lease }: Pick<SessionAnswer, 'lease'>, now: number): number | null => {
  if (lease === undefined) return null;
  const whole = lease.days * dayMs;
  const rest = lease.until - now;
  return now + (rest > 0 && rest <= whole + clockSlackMs ? rest : whole);
};
