import { civilDateAt, dayMs, type Instant } from '@lianxin/domain';

const atNine = (on: Instant): Instant => Date.parse(`${civilDateAt(on)}T01:00:00Z`);

/** Is a moment from nine in the morning on, on the day of another moment and never after it; before nine it is the day before. */
export const workingTime = (on: Instant, minutes: number): Instant => {
  const day = atNine(on) > on ? on - dayMs : on;
  const at = atNine(day) + minutes * 60_000;
  return day === on ? Math.min(at, on) : at;
};
