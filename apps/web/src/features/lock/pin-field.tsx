import { useEffect, useRef, useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { pinKeyboard } from '../../storage/vault/check-pin.ts';
import type { PinKeyboard } from '../../storage/vault/resting-vault.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface PinFieldsProps {
  readonly keyboard?: PinKeyboard;
  readonly fields: readonly PinFieldProps[];
  /** Whether the page is about nothing else: then the keyboard need not be asked for. */
  readonly takesFocus?: boolean;
}

interface PinFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
}

/** PINs on the large digits, or on letters where somebody wants them; never offered to a password store as somebody's password. */
export const PinFields = ({ keyboard = 'digits', fields, takesFocus = false }: PinFieldsProps) => {
  const [hasLetters, setLetters] = useState(keyboard === 'letters');
  const isTyped = fields.some(({ value }) => value !== '' && pinKeyboard(value) === 'letters');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  return (
    <div ref={box}>
      {fields.map((field) => (
        <TextField
          key={field.label}
          {...field}
          type="password"
          look="code"
          inputMode={hasLetters || isTyped ? 'text' : 'numeric'}
          maxLength={64}
          required
        />
      ))}
      <CheckField label={tLock.letters} checked={hasLetters || isTyped} onChange={setLetters} />
    </div>
  );
};
