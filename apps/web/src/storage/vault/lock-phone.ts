import { coverForGood } from '../../platform/cover-page.ts';
import { askBeforeLeaving, reloadPage } from '../../platform/page-hiding.ts';

const channelName = 'lianxin-lock';
/** Storage that does not answer must not keep a phone from locking. */
const patienceMs = 3_000;

let isLocking = false;

/**
 * Locks every window of this phone: what is half typed is put away sealed, and then the page is loaded again, which is the
 * surest way to take keys, register and caches out of memory.
 */
export const lockPhone = (): void => {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('lock');
  channel.close();
  lockThisWindow();
};

const lockThisWindow = (): void => {
  if (isLocking) return;
  isLocking = true;
  coverForGood();
  setTimeout(() => {
    askBeforeLeaving(false);
    window.location.reload();
  }, patienceMs);
  void reloadPage();
};

/** Locks this window when another one is locked, for as long as it is there. */
export const followLock = (): void => {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = lockThisWindow;
};
