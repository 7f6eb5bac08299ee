import { ageOn, type CivilDate, codeLabel, tagKind } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import type { DoorState, VisitRecord } from '../../storage/reading/door-state.ts';
import { type Member, membersOf, tagKindsOf } from '../../storage/reading/household.ts';

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

/** Says who is behind a door without naming anybody, because others may look over a shoulder. */
export const whoLivesThere = (view: RowView, { households }: DoorState, today: CivilDate): string => {
  if (households.length === 0) return t.register.nobodyRegistered;
  if (households.length > 1) {
    const rooms = households.map(({ roomLabel }, index) => roomLabel ?? t.register.someRoom(index + 1));
    return t.register.roomsTogether(households.length, rooms.join('、'));
  }
  return memberWords(membersOf(view, households[0]?.id ?? '').current, today).join(' · ');
};

const nobodyWords = (visit: VisitRecord | null): string | null =>
  visit?.outcome === 'noAnswer' && visit.visitedAt !== null
    ? t.register.lastNobody(t.dates.partOfDay(visit.visitedAt))
    : null;

/** Says how a door stands in a list, in a few words: 3 天前, 31 天没去, 上次无人(下午). */
export const standingWords = (door: DoorState): string => {
  if (door.days === null) return t.register.neverVisited;
  if (door.standing === 'long') return t.register.daysWithout(door.days);
  const ago = t.dates.daysAgo(door.days);
  if (door.standing === 'noAnswer') return [nobodyWords(door.lastVisit), ago].filter(Boolean).join(' · ');
  if (door.standing === 'refused') return `${t.register.cellWord.refused} · ${ago}`;
  return ago;
};
