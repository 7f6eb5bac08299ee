import { apiRoutes } from '@lianxin/protocol';
import { tDesk } from '../../locale/desk-messages.ts';
import { type AnswerSchema, callApi } from '../../storage/api-client.ts';
import { forgetSession } from '../../storage/device-session.ts';
import { rememberLeaving } from '../../storage/known-people.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import { useDeskSession } from './desk-session.ts';
import { failureSentence } from './failure-sentence.ts';

const noAnswer: AnswerSchema<null> = { safeParse: () => ({ success: true, data: null }) };

/** Ends the session at a computer that others use too; what the phone pages hold unsent stays and waits for the same person. */
export const DeskSignOut = () => {
  const session = useDeskSession();
  const signOut = async () => {
    const answer = await callApi(apiRoutes.signOut.path, noAnswer, { method: 'DELETE' });
    // Only the server can end the session: scripts cannot touch its cookie.
    if (!answer.ok && answer.error.code !== 'notSignedIn') {
      showToast({ text: failureSentence(answer.error) });
      return;
    }
    rememberLeaving(session.account.id);
    forgetSession();
    // A fresh page is the surest way to take everybody's answers out of memory.
    window.location.replace('/sign-in');
  };
  return (
    <Button variant="quiet" size="compact" onClick={() => void signOut()}>
      {tDesk.desk.signOut}
    </Button>
  );
};
