import type { SessionAnswer } from '@lianxin/protocol';
import { navigate } from 'wouter/use-browser-location';
import { systemClock } from '../../platform/clock.ts';
import { noteCookieOwner } from '../../storage/cookie-owner.ts';
import { rememberSession, useDeviceSession } from '../../storage/device-session.ts';
import { rememberPerson } from '../../storage/known-people.ts';
import { noteHeardLease } from '../../storage/vault/heard-lease.ts';

/** Goes on as the person who has just signed in. Whoever was here before keeps their database and is told when they come back. */
export const enterApp = (session: SessionAnswer): void => {
  const before = useDeviceSession.getState().session;
  if (before !== null) rememberPerson(before);
  rememberPerson(session);
  noteCookieOwner(session.account.id);
  noteHeardLease(session, systemClock.now());
  rememberSession(session);
  // A fresh page is the surest way to take what somebody else had opened out of memory.
  if (before !== null && before.account.id !== session.account.id) {
    window.location.replace('/');
    return;
  }
  // Replacing the address also takes an invitation's token out of it and out of the browser's history.
  navigate('/', { replace: true });
};
