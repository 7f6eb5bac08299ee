import { t } from '../../locale/messages.ts';
import type { HelpTotals } from './help-records.ts';

/** 12 次 · 18 小时; without hours only how often. */
export const totalsWords = ({ times, minutes }: HelpTotals): string =>
  minutes === 0 ? t.help.records.lineTimes(times) : t.help.records.line(times, t.help.minutes(minutes));
