import type { SealedText } from '@lianxin/protocol';
import { useState } from 'react';
import { newId } from '../../platform/ids.ts';
import { type IdentityNumberEntry, useIdentityNumber } from './identity-number-entry.tsx';
import { useFormDraft } from './use-form-draft.ts';

/** Is the field of an ID number for somebody who is just being added. */
export interface NewNumber extends IdentityNumberEntry {
  /** The id for which the number was sealed: the person has to get it. */
  readonly personId: string;
  readonly clear: () => void;
}

type Kept = { readonly personId: string; readonly sealed: SealedText | null };

/** Keeps the sealed number, which only the server can read, with the form until the person is saved; a locked phone loses none of it. */
export const useNewNumber = (householdId: string): NewNumber => {
  const [personId] = useState(newId);
  const draft = useFormDraft<Kept>(`new member number ${householdId}`, { personId, sealed: null });
  const kept = draft.value;
  const entry = useIdentityNumber({
    personId: kept.personId,
    hint: kept.sealed === null ? 'none' : 'sealed',
    onSealed: (sealed) => {
      draft.change({ personId: kept.personId, sealed });
      return true;
    },
  });
  const settle = async () => {
    const typed = await entry.settle();
    return typed ?? kept.sealed;
  };
  return { field: entry.field, settle, personId: kept.personId, clear: draft.clear };
};
