import type { CadencePerson, FieldsOf, FormerMember, recordTypes } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';

/** Who lives in a household now, as cadences look at them, and who belonged to it. */
export interface HouseholdPeople {
  readonly people: readonly CadencePerson[];
  readonly former: readonly FormerMember[];
}

type MembershipFields = FieldsOf<(typeof recordTypes)['membership']>;
type TagFields = FieldsOf<(typeof recordTypes)['tag']>;
type PersonFields = FieldsOf<(typeof recordTypes)['person']>;

const nobody: HouseholdPeople = { people: [], former: [] };

const tagsByPerson = (view: RowView): ReadonlyMap<string, CadencePerson['tags'][number][]> => {
  const byPerson = new Map<string, CadencePerson['tags'][number][]>();
  for (const { fields } of view.all('tag')) {
    const { personId, kind, fromOn, toOn } = fields as TagFields;
    if (toOn !== null) continue;
    const tags = byPerson.get(personId);
    if (tags === undefined) byPerson.set(personId, [{ kind, fromOn }]);
    else tags.push({ kind, fromOn });
  }
  return byPerson;
};

/** Reads in one go who lives where. Somebody who is only registered there, and a registration in error, do not count. */
export const readHouseholdPeople = (view: RowView): ((householdId: string) => HouseholdPeople) => {
  const tags = tagsByPerson(view);
  const homes = new Map<string, { readonly people: CadencePerson[]; readonly former: FormerMember[] }>();
  for (const { fields } of view.all('membership')) {
    const { householdId, personId, toOn, endReason, kind } = fields as MembershipFields;
    const home = homes.get(householdId) ?? { people: [], former: [] };
    homes.set(householdId, home);
    if (toOn !== null) {
      if (endReason !== 'recordedInError') home.former.push({ endReason, toOn });
    } else if (kind !== 'registeredAway') {
      const person = view.row('person', personId)?.fields as PersonFields | undefined;
      if (person !== undefined) home.people.push({ birthOn: person.birthOn, tags: tags.get(personId) ?? [] });
    }
  }
  return (householdId) => homes.get(householdId) ?? nobody;
};
