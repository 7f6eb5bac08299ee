import { type CivilDate, civilDateAt, needKind, needState } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';

/** What is asked for, in one word. */
export const needWord = ({ kind }: Pick<NeedRecord, 'kind'>): string => codeLabel(needKind, kind);

/** How far it has come, in one word. */
export const stateWord = (state: NeedRecord['state']): string => codeLabel(needState, state);

/** Whether the day it was promised for has passed; an answered need is never late. */
export const isLate = (need: NeedRecord, today: CivilDate): boolean =>
  need.dueOn !== null && need.dueOn < today && need.state !== 'answered';

/** Until when, in words; null without a day. */
export const dueWords = (need: NeedRecord, today: CivilDate): string | null => {
  if (need.dueOn === null) return null;
  const day = t.dates.day(need.dueOn, today);
  return isLate(need, today) ? t.needs.late(day) : t.needs.before(day);
};

/** When it was heard, in words; null where that is not known. */
export const heardWords = (need: NeedRecord, today: CivilDate): string | null =>
  need.raisedAt === null ? null : t.needs.heardOn(t.dates.day(civilDateAt(need.raisedAt), today));
