import { forgetSession, keepSession } from './device-session.ts';
import type { KnownPerson } from './known-people.ts';

/** Hands the phone to somebody else who has records here: their own PIN comes next, or signing in where they have signed out. A fresh page takes what was open out of memory. */
export const switchPerson = ({ session }: Pick<KnownPerson, 'session'>): void => {
  forgetSession();
  if (session !== null) keepSession(session);
  window.location.replace(session === null ? '/sign-in' : '/');
};
