import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type PasswordFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | null;
  readonly kind: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A password that can be looked at instead of being typed twice: thumbs on glass mistype what they cannot see. */
export const PasswordField = ({ kind, ...field }: PasswordFieldProps) => {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <TextField {...field} type={isShown ? 'text' : 'password'} autoComplete={kind} required />
      <CheckField label={t.signIn.showPassword} checked={isShown} onChange={setIsShown} />
    </>
  );
};
