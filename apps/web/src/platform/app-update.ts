import { useSyncExternalStore } from 'react';
import { Workbox } from 'workbox-window';

let waiting: Workbox | null = null;
let accepted = false;
const listeners = new Set<() => void>();

/**
 * Registers the service worker. A new version waits until the person asks for it, because a reload in the middle of a
 * visit would take away what is being typed.
 */
export const registerServiceWorker = (scriptUrl: string): void => {
  if (!('serviceWorker' in navigator)) return;
  const workbox = new Workbox(scriptUrl);
  workbox.addEventListener('waiting', () => {
    waiting = workbox;
    for (const listener of listeners) listener();
  });
  workbox.addEventListener('controlling', () => {
    if (accepted) window.location.reload();
  });
  // Failing to register leaves an app that works with the network on; the next start tries again.
  workbox.register().catch(() => undefined);
};

/** Lets the waiting version take over and reloads when it has. */
export const acceptUpdate = (): void => {
  accepted = true;
  waiting?.messageSkipWaiting();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useUpdateIsWaiting = (): boolean => useSyncExternalStore(subscribe, () => waiting !== null);
