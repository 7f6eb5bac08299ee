import { type CivilDate, civilDateAt, type Due, daysBetween, needKind } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { tToday } from '../../locale/today-messages.ts';
import type { FollowUp } from '../../storage/reading/today/follow-ups.ts';
import type { Retry } from '../../storage/reading/today/retry.ts';
import type { TodayDoor } from '../../storage/reading/today/today-doors.ts';
import { isOverdue } from '../../storage/reading/today/today-list.ts';
import type { Status } from '../../ui/status.ts';

/** What a line of the list says: why, and what to know about it. */
export interface DoorWords {
  readonly text: string;
  readonly note: string;
}

type TodayStatus = Extract<Status, keyof typeof tToday.statusLabel>;

/** The sign a door stands under: late before all, then what was not answered, then what is to be done. */
export const todayStatus = (door: TodayDoor): TodayStatus => {
  if (isOverdue(door)) return 'overdue';
  if (door.retry !== null) return 'nobodyHome';
  return door.due?.state === 'soon' && door.followUps.length === 0 ? 'soon' : 'due';
};

/** The door as it is looked for, with its room where several households share it. */
export const leadOf = ({ dwelling, household }: TodayDoor): string =>
  [dwelling.doorLabel, household?.roomLabel].filter(Boolean).join(' ');

const isRoutine = ({ reasons }: Due): boolean => reasons.every(({ tagKinds }) => tagKinds.length === 0);

const whoWords = ({ reasons }: Due): string => {
  const kinds = [...new Set(reasons.flatMap(({ tagKinds }) => tagKinds))];
  if (kinds.length > 0)
    return tToday.who(
      kinds,
      reasons.some(({ isOld }) => isOld),
    );
  const own = reasons.find(({ cadence }) => cadence.presetKey === null || cadence.minAge !== null);
  return own?.cadence.name ?? tToday.everybody;
};

const dueText = (due: Due): string =>
  due.change === null ? tToday.due(whoWords(due), due.everyDays) : tToday.change(due.change.kind);

const dueNote = ({ state, dueOn, answeredOn, change }: Due, today: CivilDate): string => {
  if (change !== null) return tToday.changedOn(t.dates.day(change.on, today));
  if (state === 'soon' && dueOn !== null) return tToday.daysLeft(daysBetween(today, dueOn));
  if (answeredOn === null) return tToday.neverMet;
  return tToday.lastOn(t.dates.day(answeredOn, today), t.dates.daysAgo(daysBetween(answeredOn, today)));
};

const nobodyText = ({ nobodyAt }: Retry): string => tToday.nobody(t.dates.partOfDay(nobodyAt));

const retryNote = ({ advice }: Retry): string => tToday.retry(advice, advice.failed, advice.hasOpenedThen);

/** What is asked about: on a screen in the words in which it was heard, on paper, which is left lying and lost, only its kind. */
const needText = ({ need }: FollowUp, isPaper: boolean): string =>
  (isPaper ? null : need.detail) ?? codeLabel(needKind, need.kind);

/** How a need stands: to be told, late, or heard long ago. */
const needNote = ({ need, reason }: FollowUp, today: CivilDate): string => {
  const heard = need.raisedAt === null ? '' : tToday.heardOn(t.dates.day(civilDateAt(need.raisedAt), today));
  const due = need.dueOn === null ? '' : t.dates.day(need.dueOn, today);
  if (reason === 'tell') return tToday.toTell(heard);
  if (reason === 'late') return tToday.needLate(due);
  return reason === 'near' ? tToday.needNear(due) : heard;
};

const retryWords = (retry: Retry): DoorWords => ({ text: nobodyText(retry), note: retryNote(retry) });

const dueWords = (due: Due, retry: Retry | null, today: CivilDate): DoorWords => {
  if (retry === null) return { text: dueText(due), note: dueNote(due, today) };
  // Of a routine visit it matters more when to come back than why.
  if (isRoutine(due) && due.change === null) return retryWords(retry);
  return { text: dueText(due), note: [nobodyText(retry), retryNote(retry)].join(' · ') };
};

/** Says why somebody is on the list, without a name, because others may look over a shoulder; what was heard is free text and may hold one, so paper goes without it. */
export const doorWords = ({ due, retry, followUps }: TodayDoor, today: CivilDate, isPaper = false): DoorWords => {
  const asked = followUps.map((one) => tToday.followUp(needText(one, isPaper)));
  const first = followUps[0];
  const isFirst = due === null || due.state === 'soon' || (isRoutine(due) && due.state !== 'overdue');
  if (first !== undefined && isFirst && retry === null) {
    return {
      text: tToday.followUp(needText(first, isPaper)),
      note: [needNote(first, today), ...asked.slice(1)].join(' · '),
    };
  }
  const own = due !== null ? dueWords(due, retry, today) : retry !== null ? retryWords(retry) : { text: '', note: '' };
  return { ...own, note: [own.note, ...asked].filter(Boolean).join(' · ') };
};
