import type { Person } from '@lianxin/domain';
import type { SealedText } from '@lianxin/protocol';
import { useRef, useState } from 'react';
import { newId } from '../../platform/ids.ts';
import { identityNumberHint } from '../reading/identity-number-hint.ts';
import { useRegister } from '../use-workspace.ts';
import { useIdentityNumber } from './identity-number-entry.tsx';
import type { OwnField } from './record-form.tsx';
import { useFormDraft } from './use-form-draft.ts';

/** Is the field of an ID number in the form of a person. */
export interface SealedNumber extends OwnField {
  /** The id for which the number is sealed: somebody who is just being added has to get it. */
  readonly personId: string;
  /** Seals what is still in the field: what was sealed, null when there is none, `wrong` when it holds no number and says so. */
  readonly settle: () => Promise<SealedText | null | 'wrong'>;
}

type Kept = { readonly personId: string; readonly sealed: SealedText | null };

/**
 * Keeps the sealed number, which only the server can read, with the form until the form is saved; a locked phone loses
 * none of it. `draft` names it; `person` is null for somebody who is just being added.
 */
export const useSealedNumber = (
  draft: string,
  person: Pick<Person, 'id' | 'identityNumberState'> | null,
): SealedNumber => {
  const { state } = useRegister();
  const [personId] = useState(() => person?.id ?? newId());
  const kept = useFormDraft<Kept>(draft, { personId, sealed: null });
  const { value, change, clear } = kept;
  // A thumb goes from the field to 保存 before the page is drawn anew.
  const latest = useRef(value.sealed);
  const known = person === null ? 'none' : identityNumberHint(person, state);
  const entry = useIdentityNumber({
    personId: value.personId,
    hint: value.sealed === null ? known : 'sealed',
    onSealed: (sealed) => {
      latest.current = sealed;
      change({ personId: value.personId, sealed });
    },
  });
  return {
    field: entry.field,
    personId: value.personId,
    isRestored: kept.isRestored,
    settle: async () => ((await entry.settle()) === 'wrong' ? 'wrong' : latest.current),
    clear: () => {
      latest.current = null;
      clear();
    },
  };
};
