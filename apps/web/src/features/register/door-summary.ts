import { ageOn, type CivilDate, meansEverybody, tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { DoorState, VisitRecord } from '../../storage/reading/door-state.ts';
import { type Member, membersOf, tagKindsOf } from '../../storage/reading/household.ts';
import { careOf } from '../../storage/reading/household-care.ts';

/** A lone old person is who the worker looks for first: 86 岁独居. */
const aloneWords = (members: readonly Member[], today: CivilDate): string | null => {
  const alone = members.find(({ tags }) => tags.some((tag) => tag.kind === 'livesAlone'));
  const birthOn = alone?.person.birthOn ?? null;
  return birthOn === null ? null : t.register.ageAlone(ageOn(birthOn, today));
};

const memberWords = (members: readonly Member[], today: CivilDate): readonly string[] => {
  const alone = aloneWords(members, today);
  const tags = tagKindsOf(members)
    .filter((kind) => alone === null || kind !== 'livesAlone')
    .map((kind) => codeLabel(tagKind, kind));
  if (alone !== null) return [alone, ...tags];
  return members.length === 0 ? tags : [t.register.peopleAtHome(members.length), ...tags];
};

const isKnownEmpty = ({ dwelling, lastVisit }: DoorState): boolean =>
  dwelling.use === 'vacant' || lastVisit?.outcome === 'vacant' || lastVisit?.outcome === 'movedOut';

/** Says who is behind a door without naming anybody, because others may look over a shoulder. */
export const whoLivesThere = (view: RowView, door: DoorState, today: CivilDate): string => {
  const { households } = door;
  if (households.length === 0) return isKnownEmpty(door) ? t.register.standsEmpty : t.register.nobodyRegistered;
  if (households.length > 1) {
    const rooms = households.map(({ roomLabel }, index) => roomLabel ?? t.register.someRoom(index + 1));
    return t.register.roomsTogether(households.length, t.ui.join.list(rooms));
  }
  return memberWords(membersOf(view, households[0]?.id ?? '').current, today).join(' · ');
};

/** How often the household is visited, in the words in which people say it: 每周走访. */
export const careWords = (view: RowView, householdId: string | null, today: CivilDate): string => {
  const care = householdId === null ? null : careOf(view, householdId, today);
  return care === null || meansEverybody(care.cadence) ? '' : t.register.everyDays(care.cadence.everyDays);
};

const nobodyWords = (visit: VisitRecord | null): string | null =>
  visit?.outcome === 'noAnswer' && visit.visitedAt !== null
    ? t.register.lastNobody(t.dates.partOfDay(visit.visitedAt))
    : null;

const agoWords = (door: DoorState): string => {
  if (door.days === null) return t.register.neverVisited;
  if (door.standing === 'due' || door.standing === 'overdue') return t.register.daysWithout(door.days);
  const ago = t.dates.daysAgo(door.days);
  if (door.standing === 'noAnswer') return [nobodyWords(door.lastVisit), ago].filter(Boolean).join(' · ');
  if (door.standing === 'refused') return `${t.register.cellWord.refused} · ${ago}`;
  return ago;
};

/** Says how a door stands in a list, and what somebody wrote down about it: 31 天没去, 上次无人(下午) · 早饭前后在家. */
export const standingWords = (door: DoorState): string =>
  [agoWords(door), door.dwelling.note].filter(Boolean).join(' · ');
