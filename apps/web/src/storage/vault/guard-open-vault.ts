import { systemClock } from '../../platform/clock.ts';
import { watchPhone } from '../../platform/network.ts';
import { useDeviceSession } from '../device-session.ts';
import { heardLeaseOf, useHeardLease } from './heard-lease.ts';
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
  const elapsed = () => performance.now();
  const opened = { wall: now(), steady: elapsed() };
  const idle = watchIdle({
    afterMinutes: () => useDeviceSession.getState().session?.lockAfterMinutes ?? usualLockMinutes,
    now,
    elapsed,
    onIdle: lockPhone,
    shared: sharedTouch,
  });
  isOverdue = () => {
    if (idle.isIdle()) return true;
    // A clock that is set back while the page is open makes no lease longer: the page has counted by itself.
    const seenAt = heardLeaseOf(vault.accountId)?.seenAt ?? opened.wall + elapsed() - opened.steady;
    const hasEnded = leaseState(vault.leaseUntil(), 0, Math.max(now(), seenAt)) === 'ended';
    if (hasEnded) lockPhone();
    return hasEnded;
  };
  // It looks before anybody sees anything.
  watchPhone((signal) => {
    if (signal === 'visible') isOverdue();
  });
  followLock();
  renewLease(vault);
  useHeardLease.subscribe(() => renewLease(vault));
  setInterval(() => {
    // A phone whose storage fails has worse to tell than the time.
    if (!isOverdue()) void noteTime(vault.accountId, now()).catch(() => undefined);
  }, noteEveryMs);
};

/** Once for every answer. A lease that cannot be written down now is heard again at the next start. */
const renewLease = (vault: OpenVault): void => {
  const heard = heardLeaseOf(vault.accountId);
  if (heard !== null) void vault.renewLease(heard, systemClock.now()).catch(() => undefined);
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
