import { useSyncExternalStore } from 'react';
import { thisPhoneSystem } from './browser-kind.ts';

/** Only Chromium fires it, and TypeScript's DOM library does not know it. */
type BeforeInstallPromptEvent = Event & { readonly prompt: () => Promise<unknown> };

const isInstallPrompt = (event: Event): event is BeforeInstallPromptEvent => 'prompt' in event;

/** offered: one press installs; ios: by Safari's own menu, which clears what is not installed; menu: by the browser's menu; installed: already opened as an app. */
export type InstallState = 'offered' | 'ios' | 'menu' | 'installed';

let offered: BeforeInstallPromptEvent | null = null;
const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};

/** Starts listening for the browser's offer; it comes once, soon after the page opens. */
export const watchInstallPrompt = (): void => {
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallPrompt(event)) return;
    // Kept for a fitting moment: a bar that jumps up on its own is no place to decide.
    event.preventDefault();
    offered = event;
    changed();
  });
  window.addEventListener('appinstalled', () => {
    offered = null;
    changed();
  });
};

const readState = (): InstallState => {
  if (matchMedia('(display-mode: standalone)').matches) return 'installed';
  if (thisPhoneSystem() === 'ios') return 'ios';
  return offered === null ? 'menu' : 'offered';
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useInstallState = (): InstallState => useSyncExternalStore(subscribe, readState);

/** Shows the browser's install dialog; call it from a press. */
export const promptInstall = async (): Promise<void> => {
  const event = offered;
  offered = null;
  await event?.prompt();
  changed();
};
