import { ageOn, type CivilDate, membershipEndReason, membershipKind, relationToHead, sex } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import type { Member } from '../../storage/reading/household.ts';
import { bornWords, isErased, nameWords } from '../../storage/reading/person-name.ts';

/** A person's name in full, or why there is none. */
export const personName = ({ person }: Pick<Member, 'person'>): string => nameWords(person);

/** Age, sex and year after a name: 86 岁 女 · 1940 年生. The year tells two of one name apart, for years to come. */
export const ageAndSex = ({ person }: Pick<Member, 'person'>, today: CivilDate): string => {
  const years = person.birthOn === null ? null : ageOn(person.birthOn, today);
  const age = years === null ? null : years < 1 ? t.register.household.baby : t.register.household.age(years);
  const told = [age, person.sex === null ? null : codeLabel(sex, person.sex)].filter(Boolean).join(' ');
  return [told, bornWords(person)].filter(Boolean).join(' · ');
};

/** The relation to the head as coded, else as somebody wrote it. */
const relationWords = ({ membership }: Member): string | null =>
  membership.relationToHead === null ? membership.relationText : codeLabel(relationToHead, membership.relationToHead);

const identityNumberWords = {
  none: t.register.household.idNotRegistered,
  registered: t.register.household.idRegistered,
  toCheck: t.register.household.idToCheck,
} as const;

/** The line under a name: 户主 · 常住 · 身份证已登记 · 腿脚不便. */
export const memberLine = (member: Member): string => {
  const { membership, person } = member;
  return [
    relationWords(member),
    codeLabel(membershipKind, membership.kind),
    isErased(person) ? null : identityNumberWords[person.identityNumberState],
    person.note,
  ]
    .filter(Boolean)
    .join(' · ');
};

/** How somebody left: 2026-11-02 迁出. */
export const formerWords = ({ membership }: Member, today: CivilDate): string =>
  t.register.household.formerLine(
    membership.toOn === null ? '' : t.dates.day(membership.toOn, today),
    membership.endReason === null ? '' : codeLabel(membershipEndReason, membership.endReason),
  );
