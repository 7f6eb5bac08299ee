import { maskName, type Person } from '@lianxin/domain';
import { t } from '../../locale/messages.ts';

type Named = Pick<Person, 'name' | 'erasedAt'>;

/** Says whether a person's values were erased: there is nothing left to show and nothing to change. */
export const isErased = ({ erasedAt }: Named): boolean => typeof erasedAt === 'number';

/** A person's name in full, or why there is none: a newborn may not have one yet, an erased person has none any more. */
export const nameWords = (person: Named): string =>
  isErased(person) ? t.register.household.erased : (person.name ?? t.register.household.unnamed);

/** The year that tells two people of one name apart; null when nobody knows it. */
export const bornWords = (person: Named & Pick<Person, 'birthOn'>): string | null =>
  person.birthOn === null || isErased(person) ? null : t.register.household.born(person.birthOn.slice(0, 4));

/** A person's name as far as others may read it over a shoulder. */
export const shortNameWords = (person: Named): string =>
  isErased(person) ? t.register.household.erased : maskName(person.name ?? '');
