import { apiRoutes } from '@lianxin/protocol';
import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { tSettings } from '../../locale/settings-messages.ts';
import { type AnswerSchema, callApi } from '../../storage/api-client.ts';
import { forgetSession } from '../../storage/device-session.ts';
import { rememberLeaving } from '../../storage/known-people.ts';
import { countUnsent } from '../../storage/reading/record-tick.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { showToast } from '../../ui/toast.ts';

const noAnswer: AnswerSchema<null> = { safeParse: () => ({ success: true, data: null }) };

/** Ends the session. The records stay in the account's own database, and unsent work waits there for the same person. */
export const SignOut = () => {
  const { state } = useRegister();
  const { session } = useWorkspace();
  const words = tSettings;
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const unsent = countUnsent(state.outbox);
  const signOut = async () => {
    setIsBusy(true);
    const answer = await callApi(apiRoutes.signOut.path, noAnswer, { method: 'DELETE' });
    setIsBusy(false);
    setIsAsking(false);
    // Only the server can end the session: scripts cannot touch its cookie, and a half way out would look like one.
    if (!answer.ok && answer.error.code !== 'notSignedIn') {
      showToast({ text: answer.error.code === 'offline' ? words.signOutOffline : t.errors[answer.error.code] });
      return;
    }
    rememberLeaving(session.account.id);
    forgetSession();
    sessionStorage.clear();
    // A fresh page is the surest way to take the opened register out of memory.
    window.location.replace('/sign-in');
  };
  return (
    <PageActions>
      <Button variant="slim" onClick={() => setIsAsking(true)}>
        {words.signOut}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={words.signOutTitle}
        confirmLabel={words.signOut}
        cancelLabel={words.signOutStay}
        busy={isBusy}
        onConfirm={() => void signOut()}
        onCancel={() => setIsAsking(false)}
      >
        {unsent > 0 ? words.signOutUnsent(unsent) : words.signOutBody}
      </ConfirmDialog>
    </PageActions>
  );
};
