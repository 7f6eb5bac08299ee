import { tHelp } from '../../locale/help-messages.ts';
import type { HelpTotals } from './help-records.ts';

/** 12 次 · 18 小时; without hours only how often. */
export const totalsWords = ({ times, minutes }: HelpTotals): string =>
  minutes === 0 ? tHelp.records.lineTimes(times) : tHelp.records.line(times, tHelp.minutes(minutes));
