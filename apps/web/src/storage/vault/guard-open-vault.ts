import { systemClock } from '../../platform/clock.ts';
import { watchPhone } from '../../platform/network.ts';
import { useDeviceSession } from '../device-session.ts';
import { leaseState } from './lease.ts';
import { followLock, lockPhone } from './lock-phone.ts';
import type { OpenVault } from './use-open-vault.ts';
import { noteTime } from './vault-table.ts';
import { watchIdle } from './watch-idle.ts';

/** Minutes, for servers that say nothing. */
const usualLockMinutes = 15;
const noteEveryMs = 300_000;

let isOverdue = (): boolean => false;

/** Tells whether the open vault should be locked by now, and locks it then. A phone that slept ran no timer, so whoever is about to show the register asks first. */
export const lockIfOverdue = (): boolean => isOverdue();

/**
 * Keeps a vault open no longer than it should be, whichever page is on show: locked when idle, when another window locks,
 * and when the lease ends. The guard ends as the vault does, with the page.
 */
export const guardOpenVault = (vault: OpenVault): void => {
  const { now } = systemClock;
  const idle = watchIdle({
    afterMinutes: () => useDeviceSession.getState().session?.lockAfterMinutes ?? usualLockMinutes,
    now,
    elapsed: () => performance.now(),
    onIdle: lockPhone,
    shared: sharedTouch,
  });
  isOverdue = () => {
    if (idle.isIdle()) return true;
    const hasEnded = leaseState(vault.leaseUntil(), 0, now()) === 'ended';
    if (hasEnded) lockPhone();
    return hasEnded;
  };
  // It looks before anybody sees anything.
  watchPhone((signal) => {
    if (signal === 'visible') isOverdue();
  });
  followLock();
  setInterval(() => {
    // A phone whose storage fails has worse to tell than the time.
    if (!isOverdue()) void noteTime(vault.accountId, now()).catch(() => undefined);
  }, noteEveryMs);
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
