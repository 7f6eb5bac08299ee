import { type CivilDate, civilDateAt, partOfDayAt } from '@lianxin/domain';
import { useEffect, useState } from 'react';
import { systemClock } from '../../platform/clock.ts';

/** The day and the part of it that a list is made for. */
export interface TimeSlot {
  readonly today: CivilDate;
  /** The moment at which the slot was entered or the page came back. */
  readonly now: number;
}

/** Who is tried at which hour changes with the part of the day, and everything at midnight. */
const lookEveryMs = 30_000;

const slotAt = (now: number): TimeSlot => ({ today: civilDateAt(now), now });

const isSameSlot = (a: TimeSlot, b: TimeSlot): boolean =>
  a.today === b.today && partOfDayAt(a.now) === partOfDayAt(b.now);

/** Tells the slot it is now; one that stays the same is the same object, so that lists are made anew only when it changes. */
export const useTimeSlot = (): TimeSlot => {
  const [slot, setSlot] = useState(() => slotAt(systemClock.now()));
  useEffect(() => {
    const look = (): void => {
      const next = slotAt(systemClock.now());
      setSlot((before) => (isSameSlot(before, next) ? before : next));
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    // A phone that slept does not run timers; it looks when the page is seen again.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return slot;
};
