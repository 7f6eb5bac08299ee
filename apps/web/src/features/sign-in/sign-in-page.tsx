import { apiRoutes, sessionAnswerSchema } from '@lianxin/protocol';
import { Suspense, useState } from 'react';
import { Redirect } from 'wouter';
import { t } from '../../locale/messages.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';
import { type ApiFailure, callApi } from '../../storage/api-client.ts';
import { useDeviceSession } from '../../storage/device-session.ts';
import { knownPeople } from '../../storage/known-people.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form } from '../../ui/form.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { SafariNote } from '../../ui/safari-note.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { enterApp } from './enter-app.ts';
import { FailureNote } from './failure-note.tsx';
import { PasswordField } from './password-field.tsx';

/** It reads the databases, which a page that is shown for the first time need not wait for. */
const LeftWorkNote = lazyPage(() => import('./left-work-note.tsx'), 'LeftWorkNote');

const PeopleHere = lazyPage(() => import('./people-here.tsx'), 'PeopleHere');

/** Signs in with the name and password chosen at the invitation. */
export const SignInPage = () => {
  const { session, isSignedOut } = useDeviceSession();
  if (session !== null && !isSignedOut) return <Redirect to="/" replace />;
  return (
    <Page title={t.signIn.title} sub={t.signIn.sub}>
      {isSignedOut && <Note>{t.signIn.sessionEnded}</Note>}
      <SafariNote />
      {knownPeople().length > 0 && (
        <Suspense fallback={null}>
          <LeftWorkNote />
          {session === null && <PeopleHere />}
        </Suspense>
      )}
      <SignInForm knownName={session?.account.loginName ?? ''} />
    </Page>
  );
};

const SignInForm = ({ knownName }: { readonly knownName: string }) => {
  const words = t.signIn;
  const [loginName, setLoginName] = useState(knownName);
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const submit = async () => {
    setIsTried(true);
    if (loginName.trim() === '' || password === '' || isBusy) return;
    setIsBusy(true);
    setFailure(null);
    const json = { loginName: loginName.trim(), password };
    const answer = await callApi(apiRoutes.signIn.path, sessionAnswerSchema, { json });
    setIsBusy(false);
    if (answer.ok) enterApp(answer.value);
    else setFailure(answer.error);
  };
  const bar = (
    <ActionBar>
      <Button variant="main" type="submit" busy={isBusy}>
        {words.submit}
      </Button>
      <ButtonLink variant="slim" href="/join">
        {words.haveInvitation}
      </ButtonLink>
    </ActionBar>
  );
  return (
    <>
      <FailureNote failure={failure} />
      <Form label={words.title} onSubmit={() => void submit()} bar={bar}>
        <TextField
          label={words.name}
          value={loginName}
          onChange={setLoginName}
          autoComplete="username"
          error={isTried && loginName.trim() === '' ? words.nameMissing : null}
          required
        />
        <PasswordField
          label={words.password}
          kind="current-password"
          value={password}
          onChange={setPassword}
          error={isTried && password === '' ? words.passwordMissing : null}
        />
      </Form>
      <Sub padded>{words.forgotten}</Sub>
      <LanguageSwitch />
    </>
  );
};
