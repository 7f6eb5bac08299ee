import { civilDateAt, clockTimeAt, daysBetween } from '@lianxin/domain';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const weekday = (on: string): string => weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? '';

/** 11-20, and with its year where that is not the year of today: 2025-11-20. Days are written YYYY-MM-DD. */
const day = (on: string, today: string): string => (on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on);

/** 今天, 昨天, 3 天前. */
const daysAgo = (days: number): string => {
  if (days <= 0) return '今天';
  return days === 1 ? '昨天' : `${days} 天前`;
};

/** As short as a door of the stairwell needs it: 今天, 3天, 99天, then months and years. */
const daysShort = (days: number): string => {
  if (days <= 0) return '今天';
  if (days < 100) return `${days}天`;
  return days < 730 ? `${Math.floor(days / 30)}个月` : `${Math.floor(days / 365)}年`;
};

/** 今天 16:20, 昨天 09:12, 11-18 09:12. Moments are epoch milliseconds. */
const moment = (at: number, now: number): string => {
  const on = civilDateAt(at);
  const today = civilDateAt(now);
  const days = daysBetween(on, today);
  const word = days === 0 ? '今天' : days === 1 ? '昨天' : day(on, today);
  return `${word} ${clockTimeAt(at)}`;
};

/** 上午, 下午, 傍晚: when nobody was at home, so that the next try comes at another hour. */
const partOfDay = (at: number): string => {
  const hour = Number(clockTimeAt(at).slice(0, 2));
  if (hour < 6) return '夜里';
  if (hour < 12) return '上午';
  if (hour < 17) return '下午';
  return hour < 20 ? '傍晚' : '晚上';
};

export const dates = {
  day,
  /** 11-20 周五 */
  dayAndWeekday: (on: string, today: string) => `${day(on, today)} ${weekday(on)}`,
  /** 周五 11-20 */
  weekdayAndDay: (on: string, today: string) => `${weekday(on)} ${day(on, today)}`,
  daysAgo,
  daysShort,
  moment,
  clock: clockTimeAt,
  partOfDay,
  span: (from: string, to: string) => `${from} 至 ${to}`,
};
