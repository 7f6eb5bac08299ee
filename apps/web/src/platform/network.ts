import { useSyncExternalStore } from 'react';

/** Is what a phone notices of its surroundings: the network, and whether anybody looks. */
export type PhoneSignal = 'online' | 'offline' | 'visible' | 'hidden';

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** Whether the phone has a network. True promises nothing about the server: only an answer from it does. */
export const useIsOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Tells at once how the phone stands, and then whenever the network or the app's place in front changes. Returns the way to stop. */
export const watchPhone = (listener: (signal: PhoneSignal) => void): (() => void) => {
  const onNetwork = () => listener(navigator.onLine ? 'online' : 'offline');
  const onVisibility = () => listener(document.visibilityState === 'visible' ? 'visible' : 'hidden');
  const stop = subscribe(onNetwork);
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  if (!navigator.onLine) onNetwork();
  return () => {
    stop();
    document.removeEventListener('visibilitychange', onVisibility);
  };
};
