import type { RowView } from '@lianxin/sync/client';
import { byLabel, byNumber, byText } from './label-order.ts';
import { type RecordsByName, readRecord, readRecordsBy } from './read-record.ts';

export type HouseholdRecord = RecordsByName['household'];
export type TagRecord = RecordsByName['tag'];

/** Somebody in a household: the membership, the person, and what groups the work is about. */
export interface Member {
  readonly membership: RecordsByName['membership'];
  readonly person: RecordsByName['person'];
  readonly tags: readonly TagRecord[];
}

/** The households that live behind a door now, in the order of their rooms. */
export const householdsOfDoor = (view: RowView, dwellingId: string): readonly HouseholdRecord[] =>
  readRecordsBy(view, 'household', { field: 'dwellingId', to: dwellingId })
    .filter((household) => household.toOn === null)
    .sort((a, b) => byLabel(a.roomLabel ?? '', b.roomLabel ?? '') || (a.id < b.id ? -1 : 1));

/** Reads one membership with its person; undefined when this phone does not hold the person. */
export const readMember = (view: RowView, membership: RecordsByName['membership']): Member | undefined => {
  const person = readRecord(view, 'person', membership.personId);
  if (person === undefined) return undefined;
  const tags = readRecordsBy(view, 'tag', { field: 'personId', to: person.id }).filter((tag) => tag.toOn === null);
  return { membership, person, tags };
};

/** Everybody who belongs or belonged to a household, the head first. */
export const membersOf = (
  view: RowView,
  householdId: string,
): { readonly current: readonly Member[]; readonly former: readonly Member[] } => {
  const all = readRecordsBy(view, 'membership', { field: 'householdId', to: householdId })
    .flatMap((membership) => readMember(view, membership) ?? [])
    .sort(byPlaceInFamily);
  return {
    current: all.filter(({ membership }) => membership.toOn === null),
    former: all.filter(({ membership }) => membership.toOn !== null),
  };
};

/** 户主 has the code 02; 本人 is how a household of one is written. Both stand before the relatives. */
const rankOf = ({ membership }: Member): number => {
  if (membership.relationToHead === '02') return 0;
  return membership.relationToHead === null ? 100 : Number(membership.relationToHead);
};

const byPlaceInFamily = (a: Member, b: Member): number =>
  byNumber(rankOf(a), rankOf(b)) ||
  byText(a.person.birthOn ?? '9', b.person.birthOn ?? '9') ||
  (a.person.id < b.person.id ? -1 : 1);

/** The kinds of all tags in a household, each once. */
export const tagKindsOf = (members: readonly Member[]): readonly TagRecord['kind'][] => [
  ...new Set(members.flatMap(({ tags }) => tags.map((tag) => tag.kind))),
];

/** The head's name, or the first member's where nobody is written as head. */
export const headOf = (members: readonly Member[]): Member | undefined =>
  members.find(({ membership }) => membership.relationToHead === '02') ?? members[0];
