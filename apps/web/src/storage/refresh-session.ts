import { sessionAnswerSchema } from '@lianxin/protocol';
import { callApi } from './api-client.ts';
import { markSignedOut, rememberSession, useDeviceSession } from './device-session.ts';

/** Asks the server who is signed in, so that a new duty or the end of one reaches the pages; without a network nothing changes. */
export const refreshSession = async (): Promise<void> => {
  const answer = await callApi('/session', sessionAnswerSchema);
  const known = useDeviceSession.getState().session;
  if (answer.ok && answer.value.account.id === known?.account.id) rememberSession(answer.value);
  else if (!answer.ok && answer.error.status === 401) markSignedOut();
};
