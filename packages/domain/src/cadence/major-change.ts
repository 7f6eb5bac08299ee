import type { CivilDate } from '../kernel/civil-date.ts';
import type { CadencePerson } from './cadence-rule.ts';

/** Is something that asks for a visit within a day, as the records tell it: a death, somebody left alone, a birth, a new hardship. */
export interface MajorChange {
  readonly kind: 'died' | 'leftAlone' | 'born' | 'newGroup';
  readonly on: CivilDate;
  /** The group that somebody newly belongs to. */
  readonly tagKind: string | null;
}

/** Is somebody who belonged to a household until a day. */
export interface FormerMember {
  readonly endReason: string | null;
  readonly toOn: CivilDate | null;
}

/** The groups that change a household's life when somebody comes to belong to them. */
const hardships: readonly string[] = [
  'livesAlone',
  'disabledElder',
  'lostOnlyChild',
  'orphan',
  'extremePoverty',
  'povertyMonitored',
];

const endOf = ({ endReason, toOn }: FormerMember, left: number): readonly MajorChange[] => {
  if (toOn === null) return [];
  if (endReason === 'died') return [{ kind: 'died', on: toOn, tagKind: null }];
  // Children leave home; what changes a life is to be the one who stays behind.
  return endReason === 'movedOut' && left === 1 ? [{ kind: 'leftAlone', on: toOn, tagKind: null }] : [];
};

const beginningsOf = ({ birthOn, tags }: CadencePerson): readonly MajorChange[] => [
  ...(birthOn === null ? [] : [{ kind: 'born', on: birthOn, tagKind: null } as const]),
  ...tags.flatMap(({ kind, fromOn }) =>
    fromOn !== null && hardships.includes(kind) ? [{ kind: 'newGroup', on: fromOn, tagKind: kind } as const] : [],
  ),
];

/** Tells the first change after a day; null when nothing happened since. */
export const firstChangeAfter = (
  day: CivilDate,
  people: readonly CadencePerson[],
  former: readonly FormerMember[],
): MajorChange | null => {
  const changes = [...former.flatMap((one) => endOf(one, people.length)), ...people.flatMap(beginningsOf)];
  return changes.filter(({ on }) => on > day).sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
};
