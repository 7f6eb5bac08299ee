import type { InvitationAnswer, InvitationKey } from '@lianxin/protocol';
import { apiRoutes, invitationAnswerSchema } from '@lianxin/protocol';
import { useCallback, useEffect, useState } from 'react';
import { t } from '../../locale/messages.ts';
import { type ApiFailure, callApi } from '../../storage/api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { SafariNote } from '../../ui/safari-note.tsx';
import { Sub } from '../../ui/sub.tsx';
import { AcceptForm } from './accept-form.tsx';
import { FailureNote } from './failure-note.tsx';
import { InvitationCodeForm } from './invitation-code-form.tsx';
import { useInvitationToken } from './use-invitation-token.ts';

/** Opens an invitation by its link or its typed code. Opening consumes nothing. */
export const JoinPage = () => {
  const token = useInvitationToken();
  const [code, setCode] = useState<string | null>(null);
  const leave = () => {
    window.location.hash = '';
    setCode(null);
  };
  if (code !== null) return <OpenedInvitation key={code} by="code" secret={code} onLeave={leave} />;
  if (token !== null) return <OpenedInvitation key={token} by="token" secret={token} onLeave={leave} />;
  return (
    <Page title={t.signIn.invitation.title} sub={t.signIn.invitation.sub}>
      <SafariNote />
      <InvitationCodeForm onCode={setCode} />
      <LanguageSwitch />
    </Page>
  );
};

/** An invitation that is gone stays gone; everything else may be over in a moment. */
const isWorthTrying = (code: ApiFailure['code']): boolean => code !== 'invitationUsedOrExpired' && code !== 'notFound';

interface OpenedInvitationProps {
  readonly by: 'token' | 'code';
  readonly secret: string;
  readonly onLeave: () => void;
}

const OpenedInvitation = ({ by, secret, onLeave }: OpenedInvitationProps) => {
  const words = t.signIn.invitation;
  const [invitation, setInvitation] = useState<InvitationAnswer | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const invitationKey: InvitationKey = by === 'token' ? { token: secret } : { code: secret };
  const look = useCallback(async () => {
    setFailure(null);
    const json: InvitationKey = by === 'token' ? { token: secret } : { code: secret };
    const answer = await callApi(apiRoutes.lookAtInvitation.path, invitationAnswerSchema, { json });
    if (answer.ok) setInvitation(answer.value);
    else setFailure(answer.error);
  }, [by, secret]);
  useEffect(() => void look(), [look]);
  if (invitation !== null) {
    return (
      <Page title={words.greeting(invitation.name)}>
        <SafariNote />
        <AcceptForm invitation={invitation} invitationKey={invitationKey} />
      </Page>
    );
  }
  return (
    <Page title={words.title}>
      {failure === null ? (
        <Sub padded>{words.looking}</Sub>
      ) : (
        <>
          {failure.code === 'notFound' ? (
            <Note tone="late" live>
              {words.unknown}
            </Note>
          ) : (
            <FailureNote failure={failure} />
          )}
          <PageActions>
            {isWorthTrying(failure.code) && (
              <Button variant="main" onClick={() => void look()}>
                {t.ui.tryAgain}
              </Button>
            )}
            <Button onClick={onLeave}>{words.useCode}</Button>
            <ButtonLink href="/sign-in">{t.signIn.havePassword}</ButtonLink>
          </PageActions>
        </>
      )}
    </Page>
  );
};
