import { sessionAnswerSchema } from '@lianxin/protocol';
import { systemClock } from '../platform/clock.ts';
import { callApi } from './api-client.ts';
import { noteCookieOwner } from './cookie-owner.ts';
import { markSignedOut, rememberSession, useDeviceSession } from './device-session.ts';
import { noteHeardLease } from './vault/heard-lease.ts';

/** Asks the server who is signed in, so that a new duty or the end of one reaches the pages; without a network nothing changes. */
export const refreshSession = async (): Promise<void> => {
  const answer = await callApi('/session', sessionAnswerSchema);
  const known = useDeviceSession.getState().session;
  if (!answer.ok) {
    if (answer.error.status === 401) markSignedOut();
    return;
  }
  noteCookieOwner(answer.value.account.id);
  // Somebody else has signed in on this phone since: what was written here waits for its author.
  if (answer.value.account.id !== known?.account.id) return markSignedOut();
  noteHeardLease(answer.value, systemClock.now());
  rememberSession(answer.value);
};
