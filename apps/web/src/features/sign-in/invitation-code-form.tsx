import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { parseInvitationCode } from './parse-invitation-code.ts';

export type InvitationCodeFormProps = { readonly onCode: (code: string) => void };

/** Takes the code that stands on a printed invitation. */
export const InvitationCodeForm = ({ onCode }: InvitationCodeFormProps) => {
  const words = t.signIn.invitation;
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = () => {
    const code = parseInvitationCode(typed);
    setIsWrong(code === null);
    if (code !== null) onCode(code);
  };
  const bar = (
    <ActionBar>
      <Button variant="main" type="submit">
        {words.check}
      </Button>
      <ButtonLink href="/sign-in">{t.signIn.havePassword}</ButtonLink>
    </ActionBar>
  );
  return (
    <Form label={words.title} onSubmit={submit} bar={bar}>
      <TextField
        label={words.code}
        hint={words.codeHint}
        look="code"
        value={typed}
        onChange={setTyped}
        maxLength={20}
        error={isWrong ? words.codeWrong : null}
        required
      />
    </Form>
  );
};
