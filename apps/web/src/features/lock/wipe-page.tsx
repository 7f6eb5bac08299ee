import { useCallback, useEffect, useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { wipeThisPhone } from '../../storage/deposits/wipe-phone.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { PhoneShell } from '../../ui/phone-shell.tsx';

const tryAgainMs = 30_000;

/** Empties this phone because the server asks for it, its saved work first, and says how far that is. */
export const WipePage = ({ accountId }: { readonly accountId: string }) => {
  const words = tLock.wipe;
  const [state, setState] = useState<'working' | 'wiped' | 'workLeft'>('working');
  const wipe = useCallback(async () => {
    setState('working');
    setState(await wipeThisPhone(accountId).catch(() => 'workLeft' as const));
  }, [accountId]);
  useEffect(() => void wipe(), [wipe]);
  useEffect(() => {
    if (state !== 'workLeft') return;
    const timer = setTimeout(() => void wipe(), tryAgainMs);
    return () => clearTimeout(timer);
  }, [state, wipe]);
  return (
    <PhoneShell>
      <Page title={words.title}>
        {state === 'working' && <Note live>{words.working}</Note>}
        {state === 'wiped' && <Note live>{words.done}</Note>}
        {state === 'workLeft' && (
          <Note tone="late" live>
            {words.left}
          </Note>
        )}
        <PageActions>
          {state === 'workLeft' && (
            <Button variant="main" onClick={() => void wipe()}>
              {words.again}
            </Button>
          )}
          {state === 'wiped' && (
            <Button variant="main" onClick={() => window.location.replace('/sign-in')}>
              {words.signIn}
            </Button>
          )}
        </PageActions>
      </Page>
    </PhoneShell>
  );
};
