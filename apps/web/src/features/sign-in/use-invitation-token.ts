import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

const readToken = (): string => window.location.hash.slice(1);

/**
 * Reads the token of an invitation from behind the # of the address, which no browser ever sends to a server. It stays
 * there until the invitation is accepted, so that the address can be carried over into another browser.
 */
export const useInvitationToken = (): string | null => {
  const token = useSyncExternalStore(subscribe, readToken);
  return token === '' ? null : token;
};
