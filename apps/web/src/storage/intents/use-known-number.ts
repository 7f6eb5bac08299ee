import type { Person } from '@lianxin/domain';
import { identityNumberHint } from '../reading/identity-number-hint.ts';
import { useRegister } from '../use-workspace.ts';
import { type IdentityNumberEntry, identityNumberWords, useIdentityNumber } from './identity-number-entry.tsx';
import { identifyPerson } from './register-intents.ts';
import { useSaveAndSay } from './use-save-and-say.ts';

/** Is the field of an ID number for somebody who is known: it is saved as soon as it is sealed, whatever becomes of the form. */
export const useKnownNumber = (person: Pick<Person, 'id' | 'identityNumberState'>): IdentityNumberEntry => {
  const { state } = useRegister();
  const saveAndSay = useSaveAndSay();
  return useIdentityNumber({
    personId: person.id,
    hint: identityNumberHint(person, state),
    onSealed: (sealed) => saveAndSay([identifyPerson(person.id, sealed)], { text: identityNumberWords.saved }),
  });
};
