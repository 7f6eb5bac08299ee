import { readIdentityNumber } from '@lianxin/domain';
import type { SealedText } from '@lianxin/protocol';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { identityNumber as en } from '../../locale/en/identity-number.ts';
import { inLanguage } from '../../locale/language.ts';
import { identityNumber as zhCn } from '../../locale/zh-cn/identity-number.ts';
import { UnkeptField } from '../../ui/unkept-field.tsx';
import { sealIdentityNumber } from '../deposits/seal-identity-number.ts';
import { useDeviceSession } from '../device-session.ts';

/** The sentences of the field, which come with the pages that have one. */
const identityNumberWords = inLanguage(zhCn, en);

/** Is the field of an ID number in a form. */
export interface IdentityNumberEntry {
  readonly field: ReactNode;
  /** Seals what is still in the field, if anything is; `wrong` when it holds no number and says so. */
  readonly settle: () => Promise<'settled' | 'wrong'>;
}

export interface IdentityNumberUse {
  readonly personId: string;
  readonly hint: keyof typeof zhCn.hint;
  /** Takes the sealed number. */
  readonly onSealed: (sealed: SealedText) => void;
}

/**
 * Takes an ID number at the door: as soon as the field is left it is checked, sealed to the server and gone from the page.
 * The clear number is never in React's state, a draft or the outbox; only the input holds it while somebody types.
 */
export const useIdentityNumber = ({ personId, hint, onSealed }: IdentityNumberUse): IdentityNumberEntry => {
  const sealingKey = useDeviceSession((state) => state.session?.sealingKey);
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<ReturnType<IdentityNumberEntry['settle']> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const seal = useCallback(async (): Promise<'settled' | 'wrong'> => {
    const field = input.current;
    const reading = readIdentityNumber(field?.value ?? '');
    setProblem(null);
    if (field === null || field.value.trim() === '') return 'settled';
    if (reading.state !== 'checked' || reading.number === null) return say(setProblem, identityNumberWords.wrong);
    if (sealingKey === undefined) return say(setProblem, identityNumberWords.noKey);
    const sealed = await sealIdentityNumber(sealingKey, { personId, number: reading.number });
    field.value = '';
    onSealed(sealed);
    return 'settled';
  }, [sealingKey, personId, onSealed]);
  // Leaving the field and pressing 保存 come together; both are told of the one sealing.
  const settle = useCallback((): Promise<'settled' | 'wrong'> => {
    running.current ??= seal().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [seal]);
  const field = (
    <UnkeptField
      label={identityNumberWords.label}
      hint={identityNumberWords.hint[hint]}
      error={problem}
      inputRef={input}
      onLeave={() => void settle()}
      maxLength={30}
    />
  );
  return { field, settle };
};

const say = (setProblem: (text: string) => void, text: string): 'wrong' => {
  setProblem(text);
  return 'wrong';
};
