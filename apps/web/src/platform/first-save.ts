import { useSyncExternalStore } from 'react';
import { requestPersistence } from './storage-persistence.ts';
import { readSetting, writeSetting } from './stored-setting.ts';

const key = 'lianxin.installHint';
const listeners = new Set<() => void>();

const turn = (to: 'due' | 'over'): void => {
  writeSetting(key, to);
  for (const listener of listeners) listener();
};

/**
 * Marks that something was saved on this phone. From the first time on there is something to lose: the browser is asked
 * to keep it, and a place on the home screen is worth offering.
 */
export const markSaved = (): void => {
  if (readSetting(key) !== null) return;
  turn('due');
  void requestPersistence().catch(() => false);
};

/** Ends the offer for good. */
export const endInstallHint = (): void => turn('over');

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Tells whether the moment to offer installing has come and nobody has answered yet. */
export const useIsInstallHintDue = (): boolean => useSyncExternalStore(subscribe, () => readSetting(key) === 'due');
