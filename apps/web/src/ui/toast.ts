import { useSyncExternalStore } from 'react';

export type Toast = {
  readonly text: string;
  /** The one thing that can still be done about it, such as taking it back. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** Stays until it is pressed: something was not done and must not be missed. */
  readonly stays?: boolean;
};

export type ShownToast = Toast & { readonly key: number };

let shown: ShownToast | null = null;
let lastKey = 0;
const listeners = new Set<() => void>();

const show = (toast: ShownToast | null): void => {
  shown = toast;
  for (const listener of listeners) listener();
};

/** Says in passing that something has happened; a newer toast takes the place of an older one. */
export const showToast = (toast: Toast): void => {
  lastKey += 1;
  show({ ...toast, key: lastKey });
};

/** Takes the toast away, if it is still the one that was meant. */
export const dismissToast = (key: number): void => {
  if (shown?.key === key) show(null);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useShownToast = (): ShownToast | null => useSyncExternalStore(subscribe, () => shown);
