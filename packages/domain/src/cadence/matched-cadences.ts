import { ageOn, type CivilDate } from '../kernel/civil-date.ts';
import { type CadencePerson, type CadenceRule, isOfGroup } from './cadence-rule.ts';

/** Is why a household is visited as often as it is: the cadence, and the groups of the person whom it means. */
export interface CadenceReason {
  readonly cadence: CadenceRule;
  /** The groups that made it apply; empty where it means everybody. */
  readonly tagKinds: readonly string[];
  /** Whether somebody so meant is sixty or older, so that words may say 老人. */
  readonly isOld: boolean;
}

const oldFrom = 60;

const isOld = (person: CadencePerson, on: CivilDate): boolean =>
  isOfGroup(person, 'elderly') || (person.birthOn !== null && ageOn(person.birthOn, on) >= oldFrom);

const hasOneOf = (person: CadencePerson, kinds: readonly string[]): boolean =>
  kinds.length === 0 || kinds.some((kind) => isOfGroup(person, kind));

const means = ({ tagKinds, alsoTagKinds, minAge }: CadenceRule, person: CadencePerson, on: CivilDate): boolean =>
  hasOneOf(person, tagKinds) &&
  hasOneOf(person, alsoTagKinds) &&
  (minAge === null || (person.birthOn !== null && ageOn(person.birthOn, on) >= minAge));

/** Says whether a cadence means every household, whoever lives there. */
export const meansEverybody = ({ tagKinds, alsoTagKinds, minAge }: CadenceRule): boolean =>
  tagKinds.length === 0 && alsoTagKinds.length === 0 && minAge === null;

const reasonOf = (cadence: CadenceRule, people: readonly CadencePerson[], on: CivilDate): CadenceReason | null => {
  if (meansEverybody(cadence)) return { cadence, tagKinds: [], isOld: false };
  const meant = people.filter((person) => means(cadence, person, on));
  if (meant.length === 0) return null;
  const groups = [...cadence.tagKinds, ...cadence.alsoTagKinds];
  const tagKinds = groups.filter((kind) => meant.some((person) => isOfGroup(person, kind)));
  return { cadence, tagKinds: [...new Set(tagKinds)], isOld: meant.some((person) => isOld(person, on)) };
};

/** Lists the cadences that mean somebody of a household, the strictest first; one for everybody only where no other is as strict. */
export const matchedCadences = (
  cadences: readonly CadenceRule[],
  people: readonly CadencePerson[],
  on: CivilDate,
): readonly CadenceReason[] => {
  const all = cadences.filter(({ isActive }) => isActive).flatMap((cadence) => reasonOf(cadence, people, on) ?? []);
  const strictest = Math.min(...all.filter(isSpecial).map(({ cadence }) => cadence.everyDays));
  return all
    .filter((reason) => isSpecial(reason) || reason.cadence.everyDays < strictest)
    .sort((a, b) => a.cadence.everyDays - b.cadence.everyDays || a.cadence.sortOrder - b.cadence.sortOrder);
};

const isSpecial = ({ cadence }: CadenceReason): boolean => !meansEverybody(cadence);
