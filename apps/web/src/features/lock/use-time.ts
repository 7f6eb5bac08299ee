import { useEffect, useState } from 'react';
import { systemClock } from '../../platform/clock.ts';

/** The time, told anew every second until a moment has come. */
export const useTimeUntil = (moment: number): number => {
  const [now, setNow] = useState(systemClock.now);
  const isWaiting = now < moment;
  useEffect(() => {
    setNow(systemClock.now());
    if (!isWaiting) return;
    const timer = setInterval(() => setNow(systemClock.now()), 1_000);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return now;
};
