import {
  adviseRetry,
  dayMs,
  effectiveVisits,
  isSameTime,
  type KnockingTime,
  knockingTimeAt,
  type RetryAdvice,
} from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { readRecordsBy } from '../read-record.ts';
import type { DoorAnswers } from './door-answers.ts';

/** A door that nobody opened the last time, and when to try it again. */
export interface Retry {
  readonly nobodyAt: number;
  readonly advice: RetryAdvice;
}

/** For a week a closed door is worth another try, also where no visit is due. */
const worthDays = 7;

/** Says whether the last answer of a door was none. */
export const isUnanswered = ({ metAt, refusedAt, goneAt, nobodyAt }: DoorAnswers): boolean =>
  nobodyAt !== null && nobodyAt > Math.max(metAt ?? 0, refusedAt ?? 0, goneAt ?? 0);

/** Says whether a closed door is worth another try by itself. */
export const isWorthRetry = (answers: DoorAnswers, now: number): boolean =>
  isUnanswered(answers) && now - (answers.nobodyAt ?? 0) < worthDays * dayMs;

/** Looks up when a door was opened and when not, and advises when to try again. Telephone calls say nothing of a door. */
export const readRetry = (view: RowView, dwellingId: string, nobodyAt: number): Retry => {
  const visits = effectiveVisits(readRecordsBy(view, 'visit', { field: 'dwellingId', to: dwellingId }));
  const knocks = visits.flatMap(({ outcome, way, visitedAt }) =>
    visitedAt !== null && way === 'door' && (outcome === 'met' || outcome === 'noAnswer')
      ? [{ at: visitedAt, wasOpened: outcome === 'met' }]
      : [],
  );
  return { nobodyAt, advice: adviseRetry(knocks, nobodyAt) };
};

const hours: readonly KnockingTime['part'][] = ['morning', 'afternoon', 'evening'];

/** Says whether a door is better tried at another time than now: not when nobody was there, and not before the hour that is advised for today. */
export const isForLater = ({ advice }: Retry, now: number): boolean => {
  const time = knockingTimeAt(now);
  if (isSameTime(time, advice.failed)) return true;
  return advice.isWeekend === time.isWeekend && hours.indexOf(advice.part) > hours.indexOf(time.part);
};
