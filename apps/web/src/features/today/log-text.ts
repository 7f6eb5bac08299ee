import { needKind, visitOutcome } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { tToday } from '../../locale/today-messages.ts';
import type { DailyLog, Tally } from '../../storage/reading/today/daily-log.ts';

/** 见到 8、无人 3. */
const tallyWords = <K extends string>(tallies: readonly Tally<K>[], wordOf: (key: K) => string): string =>
  tallies.map(({ key, count }) => tToday.log.text.one(wordOf(key), count)).join(tToday.log.text.stop);

/** The answers of a day in words. */
export const outcomeWords = ({ outcomes }: DailyLog): string =>
  tallyWords(outcomes, (key) => codeLabel(visitOutcome, key));

/** What was heard on a day in words. */
export const kindWords = ({ needKinds }: DailyLog): string => tallyWords(needKinds, (key) => codeLabel(needKind, key));

/** Writes a day's log as a text for a chat: only numbers, because a chat is read by anybody. */
export const logText = (
  log: DailyLog,
  of: { readonly day: string; readonly today: string; readonly places: readonly string[] },
): string => {
  const { text, heading } = tToday.log;
  const weekday = t.dates.weekdayAndDay(of.day, of.today).split(' ')[0] ?? '';
  return [
    heading(of.day, weekday, of.places.join(' ')),
    log.households === 0 ? text.noVisits : text.visits(log.households, outcomeWords(log)),
    log.households > 0 && text.places(log.places),
    text.extra(log.late, log.phone),
    log.needs === 0 ? text.noNeeds : text.needs(log.needs, kindWords(log)),
    (log.needs > 0 || log.told > 0) && text.solved(log.solved, log.passedOn, log.told),
  ]
    .filter(Boolean)
    .join('\n');
};
