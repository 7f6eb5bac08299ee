import { role } from '@lianxin/domain';
import {
  apiRoutes,
  type InvitationAnswer,
  type InvitationKey,
  minPasswordLength,
  sessionAnswerSchema,
} from '@lianxin/protocol';
import { useState } from 'react';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { type ApiFailure, callApi } from '../../storage/api-client.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { enterApp } from './enter-app.ts';
import { FailureNote } from './failure-note.tsx';
import { PasswordField } from './password-field.tsx';

export type AcceptFormProps = { readonly invitation: InvitationAnswer; readonly invitationKey: InvitationKey };

const shortestLoginName = 2;

/** Shows who is invited for what, takes a login name and a password, and only then uses the invitation up. */
export const AcceptForm = ({ invitation, invitationKey }: AcceptFormProps) => {
  const words = t.signIn.invitation;
  const [typedName, setTypedName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const loginName = invitation.loginName ?? typedName.trim();
  const isNameShort = loginName.length < shortestLoginName;
  const isPasswordShort = password.length < minPasswordLength;
  const submit = async () => {
    setIsTried(true);
    if (isNameShort || isPasswordShort || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const json = { invitation: invitationKey, loginName, password };
    const answer = await callApi(apiRoutes.acceptInvitation.path, sessionAnswerSchema, { json });
    setIsBusy(false);
    if (answer.ok) enterApp(answer.value);
    else setFailure(answer.error);
  };
  const bar = (
    <ActionBar note={words.nothingConsumed}>
      <Button variant="main" type="submit" busy={isBusy}>
        {words.start}
      </Button>
    </ActionBar>
  );
  return (
    <>
      <InvitedAs invitation={invitation} />
      <Form label={words.title} onSubmit={() => void submit()} bar={bar}>
        {invitation.loginName === null ? (
          <TextField
            label={words.chooseName}
            hint={words.chooseNameHint}
            value={typedName}
            onChange={setTypedName}
            autoComplete="username"
            maxLength={40}
            error={isTried && isNameShort ? words.nameShort : null}
            required
          />
        ) : (
          <Sub padded>{words.keepName(invitation.loginName)}</Sub>
        )}
        <PasswordField
          label={words.choosePassword}
          hint={words.choosePasswordHint}
          kind="new-password"
          value={password}
          onChange={setPassword}
          error={isTried && isPasswordShort ? words.passwordShort : null}
        />
        <FailureNote failure={failure} />
      </Form>
    </>
  );
};

const InvitedAs = ({ invitation }: { readonly invitation: InvitationAnswer }) => {
  const words = t.signIn.invitation;
  return (
    <>
      <RowList label={words.duties}>
        {invitation.postings.map((posting) => (
          <Row
            key={`${posting.unitName} ${posting.role}`}
            text={words.duty(codeLabel(role, posting.role), posting.unitName)}
          />
        ))}
      </RowList>
      <Sub padded>
        {words.expires(t.dates.moment(invitation.expiresAt, systemClock.now()))} · {words.wrongPerson}
      </Sub>
    </>
  );
};
