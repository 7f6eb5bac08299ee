import { hourAt, weekdayAt } from '../kernel/civil-date.ts';
import type { Instant } from '../kernel/instant.ts';

/** Is a part of the day in which a door is knocked at. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** Is a time at which a door is tried: a part of the day, on a working day or at the weekend. */
export interface KnockingTime {
  readonly part: PartOfDay;
  readonly isWeekend: boolean;
}

/** Is a knock at a door whose answer tells something about its hours. */
export interface Knock {
  readonly at: Instant;
  readonly wasOpened: boolean;
}

/** Is when to try a door again, after nobody was there. */
export interface RetryAdvice extends KnockingTime {
  /** When nobody was there. */
  readonly failed: KnockingTime;
  /** Whether this door was opened then more than once, or it is merely another time. */
  readonly hasOpenedThen: boolean;
}

const parts: readonly PartOfDay[] = ['evening', 'afternoon', 'morning'];

/** Tells the part of the day at a moment in China: until noon, until five, after. */
export const partOfDayAt = (at: Instant): PartOfDay => {
  const hour = hourAt(at);
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
};

const saturdayAndSunday: readonly number[] = [6, 0];

/** Tells the kind of time a moment is for knocking. */
export const knockingTimeAt = (at: Instant): KnockingTime => ({
  part: partOfDayAt(at),
  isWeekend: saturdayAndSunday.includes(weekdayAt(at)),
});

/** Says whether two times are of the same kind. */
export const isSameTime = (a: KnockingTime, b: KnockingTime): boolean =>
  a.part === b.part && a.isWeekend === b.isWeekend;

/** Advises when to try again: at the time this door was opened most, never at the one at which nobody was there. */
export const adviseRetry = (knocks: readonly Knock[], failedAt: Instant): RetryAdvice => {
  const failed = knockingTimeAt(failedAt);
  const tried = knocks.map(({ at, wasOpened }) => ({ ...knockingTimeAt(at), wasOpened }));
  const times = [failed.isWeekend, !failed.isWeekend].flatMap((weekend) =>
    parts.map((part) => ({ part, isWeekend: weekend })),
  );
  const others = times.filter((time) => !isSameTime(time, failed));
  const scored = others.map((time) => {
    const then = tried.filter((knock) => isSameTime(knock, time));
    const opened = then.filter(({ wasOpened }) => wasOpened).length;
    // One opened and one closed door are assumed beforehand, so that a single knock does not decide.
    return { ...time, hasOpenedThen: opened > 1, score: (opened + 1) / (then.length + 2) };
  });
  // Ties keep the order: the evening of the same kind of day before the rest, since most people are at work.
  const { score: _, ...best } = scored.reduce((first, next) => (next.score > first.score ? next : first));
  return { ...best, failed };
};
