import { systemClock } from '../../platform/clock.ts';
import { watchPhone } from '../../platform/network.ts';
import { leaseState } from './lease.ts';
import { followLock, lockPhone } from './lock-phone.ts';
import type { OpenVault } from './use-open-vault.ts';
import { noteTime } from './vault-table.ts';
import { watchIdle } from './watch-idle.ts';

/** Minutes, for servers that say nothing. */
const usualLockMinutes = 15;
const noteEveryMs = 300_000;

/** Keeps an open vault no longer than it should be: locked when idle, when another window locks, and when the lease ends. Returns the way to stop. */
export const guardOpenVault = (vault: OpenVault, afterMinutes = usualLockMinutes): (() => void) => {
  const { now } = systemClock;
  const idle = watchIdle({
    afterMinutes,
    now,
    elapsed: () => performance.now(),
    onIdle: lockPhone,
    shared: sharedTouch,
  });
  // A phone that slept ran no timer: it looks before anybody sees anything.
  const stopWatching = watchPhone((signal) => {
    if (signal === 'visible') idle.isIdle();
  });
  const stopFollowing = followLock();
  const timer = setInterval(() => {
    if (leaseState(vault.leaseUntil(), 0, now()) === 'ended') lockPhone();
    // A phone whose storage fails has worse to tell than the time.
    else void noteTime(vault.accountId, now()).catch(() => undefined);
  }, noteEveryMs);
  return () => {
    idle.stop();
    stopWatching();
    stopFollowing();
    clearInterval(timer);
  };
};

const touchKey = 'lianxin.touched';

const sharedTouch = {
  read: (): number => Number(localStorage.getItem(touchKey)) || 0,
  write: (touchedAt: number): void => {
    try {
      localStorage.setItem(touchKey, String(touchedAt));
    } catch {
      // Full: this window keeps only itself awake.
    }
  },
};
