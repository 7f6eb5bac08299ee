import type { SealedText } from '@lianxin/protocol';
import type { Intent } from '@lianxin/sync/client';
import type { FormValues } from '../../ui/described-field.ts';

/** What is made at a door waits until somebody has checked it. */
const toCheck = { verification: 'toCheck' } as const;

/** Adds a door to a building or entrance. */
export const addDwelling = (id: string, unitId: string, values: FormValues): Intent => ({
  name: 'dwelling.add',
  args: { dwelling: { id, fields: { ...values, ...toCheck, unitId } } },
});

/** Adds a household behind a door. */
export const addHousehold = (id: string, dwellingId: string, values: FormValues): Intent => ({
  name: 'household.add',
  args: { household: { id, fields: { ...values, ...toCheck, dwellingId } } },
});

/** A person and their place in a household, both new. */
export interface NewMember {
  readonly householdId: string;
  readonly person: FormValues;
  readonly membership: FormValues;
  /** Chosen before, where something was sealed for this person already. */
  readonly personId?: string;
}

/** Adds a new person to a household. Name and number may come later. */
export const addMember = ({ householdId, person, membership, ...known }: NewMember, newId: () => string): Intent => {
  const personId = known.personId ?? newId();
  return {
    name: 'member.add',
    args: {
      person: { id: personId, fields: { ...person, ...toCheck } },
      membership: { id: newId(), fields: { ...membership, personId, householdId } },
    },
  };
};

/** Adds a person to a group that the work is about. */
export const addTag = (
  tag: {
    readonly personId: string;
    readonly kind: string;
    readonly source: string | null;
    readonly fromOn: string | null;
  },
  newId: () => string,
): Intent => ({ name: 'tag.add', args: { tag: { id: newId(), fields: { ...tag } } } });

/** Registers an ID number that was sealed to the server for a person. */
export const identifyPerson = (personId: string, sealed: SealedText): Intent => ({
  name: 'person.identify',
  args: { personId, sealed },
});
