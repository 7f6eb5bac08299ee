import { civilDateAt, clockTimeAt, daysBetween } from '@lianxin/domain';
import type { dates as zhCn } from '../zh-cn/dates.ts';

// Civil dates have no zone; read as UTC they keep their day everywhere.
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const yearFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const instantOf = (on: string): Date => new Date(`${on}T00:00:00Z`);

const weekday = (on: string): string => weekdayFormat.format(instantOf(on));

const day = (on: string, today: string): string =>
  (on.slice(0, 4) === today.slice(0, 4) ? dayFormat : yearFormat).format(instantOf(on));

const daysAgo = (days: number): string => {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
};

/** As short as a door of the stairwell needs it. */
const daysShort = (days: number): string => {
  if (days <= 0) return 'today';
  if (days < 100) return `${days}d`;
  return days < 730 ? `${Math.floor(days / 30)}mo` : `${Math.floor(days / 365)}y`;
};

const moment = (at: number, now: number): string => {
  const on = civilDateAt(at);
  const today = civilDateAt(now);
  const days = daysBetween(on, today);
  const word = days === 0 ? 'today' : days === 1 ? 'yesterday' : day(on, today);
  return `${word} ${clockTimeAt(at)}`;
};

const partOfDay = (at: number): string => {
  const hour = Number(clockTimeAt(at).slice(0, 2));
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 17) return 'afternoon';
  return hour < 20 ? 'early evening' : 'evening';
};

export const dates: typeof zhCn = {
  day,
  dayAndWeekday: (on, today) => `${weekday(on)} ${day(on, today)}`,
  weekdayAndDay: (on, today) => `${weekday(on)} ${day(on, today)}`,
  daysAgo,
  daysShort,
  moment,
  clock: clockTimeAt,
  partOfDay,
  span: (from, to) => `${from} to ${to}`,
};
