import { apiRoutes, type SessionAnswer, sessionAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { callApi } from '../../storage/api-client.ts';
import { noteCookieOwner } from '../../storage/cookie-owner.ts';
import { handInDeposits } from '../../storage/deposits/hand-in-deposits.ts';
import { rememberSession } from '../../storage/device-session.ts';
import { RescueOffer } from '../../storage/intents/rescue-offer.tsx';
import { emptyAccount } from '../../storage/vault/empty-account.ts';
import { noteHeardLease } from '../../storage/vault/heard-lease.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type AfterHandingIn, afterHandingIn } from './after-handing-in.ts';
import type { LockedProps } from './locked-props.ts';
import { StuckWork } from './stuck-work.tsx';

export interface ResetPinPageProps extends LockedProps {
  readonly loginName: string;
  /** Whether the key is gone for good; else the way back to the PIN stays open. */
  readonly isErased: boolean;
  readonly onBack: () => void;
}

type Step = { readonly type: 'password'; readonly problem: string | null } | AfterHandingIn;

/**
 * Leads from a forgotten PIN to a new one: the password shows who it is, what was saved goes to the server as it rests,
 * and only when nothing of it is left here the records are emptied to be fetched anew. What no server will ever take keeps
 * nobody out: it goes into the rescue file, and who then says so twice goes on without it.
 */
export const ResetPinPage = (props: ResetPinPageProps) => {
  const { accountId, loginName, isErased, onLook } = props;
  const words = tLock.reset;
  const [step, setStep] = useState<Step>({ type: 'password', problem: null });
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const inTurn = async (work: () => Promise<Step>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      setStep(await work());
    } finally {
      setBusy(false);
    }
  };
  const handIn = async (): Promise<Step> => afterHandingIn(await handInDeposits(accountId));
  const signIn = () =>
    inTurn(async () => {
      const answer = await callApi(apiRoutes.signIn.path, sessionAnswerSchema, { json: { loginName, password } });
      if (answer.ok) {
        enterAgain(answer.value);
        return await handIn();
      }
      const { code } = answer.error;
      return { type: 'password', problem: code === 'offline' ? t.signIn.needNetwork : t.errors[code] };
    });
  const empty = () =>
    inTurn(async () => {
      await emptyAccount(accountId);
      onLook();
      return { type: 'ready' };
    });
  return (
    <Page title={isErased ? words.erasedTitle : words.title} sub={tLock.unlock.sub(props.name)}>
      <Note {...(isErased ? { tone: 'late', live: true } : {})}>
        <p>{isErased ? words.erased : words.body}</p>
        <p>{words.drafts}</p>
      </Note>
      {step.type === 'password' && (
        <Form
          label={words.title}
          onSubmit={() => void signIn()}
          bar={
            <ActionBar>
              <Button variant="main" type="submit" busy={isBusy}>
                {isBusy ? words.handingIn : words.signIn}
              </Button>
            </ActionBar>
          }
        >
          <Sub padded>{t.signIn.invitation.keepName(loginName)}</Sub>
          <TextField
            label={t.signIn.password}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={step.problem}
            required
          />
        </Form>
      )}
      {step.type === 'left' && (
        <>
          <Note tone="late" live>
            {words.left(step.count)}
          </Note>
          <PageActions>
            <Button variant="main" busy={isBusy} onClick={() => void inTurn(handIn)}>
              {words.again}
            </Button>
          </PageActions>
        </>
      )}
      {step.type === 'stuck' && (
        <StuckWork
          accountId={accountId}
          count={step.count}
          isBusy={isBusy}
          onAgain={() => void inTurn(handIn)}
          onEmpty={() => void empty()}
        />
      )}
      {step.type === 'ready' && (
        <>
          <Note live>{words.ready}</Note>
          <PageActions>
            <Button variant="main" busy={isBusy} onClick={() => void empty()}>
              {words.empty}
            </Button>
          </PageActions>
        </>
      )}
      <PageActions>
        {!isErased && (
          <Button variant="slim" onClick={props.onBack}>
            {words.back}
          </Button>
        )}
        <Button variant="slim" onClick={props.onOtherPerson}>
          {tLock.unlock.otherPerson}
        </Button>
        {(step.type === 'password' || step.type === 'left') && <RescueOffer accountId={accountId} />}
      </PageActions>
    </Page>
  );
};

const enterAgain = (session: SessionAnswer): void => {
  noteCookieOwner(session.account.id);
  noteHeardLease(session, systemClock.now());
  rememberSession(session);
};
