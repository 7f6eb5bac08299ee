import { useSyncExternalStore } from 'react';
import { Workbox } from 'workbox-window';
import { reloadPage } from './page-hiding.ts';

let waiting: Workbox | null = null;
let accepted = false;
let isReplaced = false;
const listeners = new Set<() => void>();

const changed = (): void => {
  for (const listener of listeners) listener();
};

/**
 * Registers the service worker. A new version waits until the person asks for it, because a reload in the middle of a
 * visit would take away what is being typed.
 */
export const registerServiceWorker = (scriptUrl: string): void => {
  if (!('serviceWorker' in navigator)) return;
  const workbox = new Workbox(scriptUrl);
  workbox.addEventListener('waiting', () => {
    waiting = workbox;
    changed();
  });
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (accepted) void reloadPage();
    else if (isUpdate === true) {
      // Another window has taken the new version: pages not fetched yet are gone from this one.
      isReplaced = true;
      changed();
    }
  });
  // Failing to register leaves an app that works with the network on; the next start tries again.
  workbox.register().catch(() => undefined);
};

const lockName = 'lianxin-unfinished';
const patienceMs = 1_500;

/** Holds a new version back while something is unfinished here: a form with unsaved text, a save under way. Returns the way to let go. */
export const holdUpdate = (): (() => void) => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // A lock is seen by every window of the app, and goes with a window that is killed.
  if ('locks' in navigator) void navigator.locks.request(lockName, { mode: 'shared' }, () => held);
  return () => letGo();
};

/** Lets the waiting version take over and reloads when it has; false while any window holds it back. */
export const acceptUpdate = async (): Promise<boolean> => {
  const takeOver = (): boolean => {
    accepted = true;
    waiting?.messageSkipWaiting();
    return true;
  };
  if (!('locks' in navigator)) return takeOver();
  // A moment's patience: a save is done in milliseconds, an unfinished form stays.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  try {
    return await navigator.locks.request(lockName, { signal: patience.signal }, takeOver);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Is how this window stands to a newer version of the app. */
export type UpdateState = 'none' | 'waiting' | 'replaced';

/** Tells whether a new version waits (`waiting`), or already runs in another window (`replaced`). */
export const useUpdateState = (): UpdateState =>
  useSyncExternalStore(subscribe, () => (isReplaced ? 'replaced' : waiting === null ? 'none' : 'waiting'));
