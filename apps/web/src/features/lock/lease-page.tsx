import { useState } from 'react';
import { useLocation } from 'wouter';
import { tLock } from '../../locale/lock-messages.ts';
import { t } from '../../locale/messages.ts';
import { useDeviceSession } from '../../storage/device-session.ts';
import { refreshSession } from '../../storage/refresh-session.ts';
import { useHeardLease } from '../../storage/vault/heard-lease.ts';
import type { LeaseState } from '../../storage/vault/lease.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import type { LockedProps } from './locked-props.ts';

export interface LeasePageProps extends LockedProps {
  readonly lease: Exclude<LeaseState, 'open'>;
}

/** Says why the PIN alone does not open this phone now, and what does. */
export const LeasePage = ({ accountId, lease, name, onLook, onOtherPerson }: LeasePageProps) => {
  const words = tLock.unlock;
  const [, goTo] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [isOffline, setOffline] = useState(false);
  const { title, body } = lease === 'ended' ? words.leaseEnded : words.clockBack;
  const contact = async () => {
    setBusy(true);
    const before = useHeardLease.getState().heard;
    await refreshSession();
    setBusy(false);
    const { heard } = useHeardLease.getState();
    if (heard !== before && heard?.accountId === accountId) onLook();
    else if (useDeviceSession.getState().isSignedOut) goTo('/sign-in');
    else setOffline(true);
  };
  return (
    <Page title={title} sub={words.sub(name)}>
      <Note live>{body}</Note>
      {isOffline && (
        <Note tone="late" live>
          {t.signIn.needNetwork}
        </Note>
      )}
      <PageActions>
        <Button variant="main" busy={isBusy} onClick={() => void contact()}>
          {words.signIn}
        </Button>
        <Button variant="slim" onClick={onOtherPerson}>
          {words.otherPerson}
        </Button>
      </PageActions>
    </Page>
  );
};
