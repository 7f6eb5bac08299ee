import { useDeviceSession } from '../device-session.ts';
import { knownPeople } from '../known-people.ts';
import { heardLeaseOf } from '../vault/heard-lease.ts';
import { useOpenVault } from '../vault/use-open-vault.ts';
import { handInDeposits } from './hand-in-deposits.ts';
import { dropUnfinishedWipe, isWipeUnfinished } from './unfinished-wipes.ts';
import { wipeThisPhone } from './wipe-phone.ts';

const everyMs = 5 * 60_000;

/**
 * Hands in, for as long as the app runs, what rests on this phone sealed to the server and cannot be sent by its author:
 * of whoever used the phone before, and of somebody whose PIN is forgotten, whose lease has ended or who is just locked
 * out. Whoever has opened their own records sends for themselves. Returns the way to stop.
 */
export const startDepositLoop = (): (() => void) => {
  const run = (): void => void inOneTab(handInForOthers).catch(() => undefined);
  const timer = setInterval(run, everyMs);
  addEventListener('online', run);
  // After signing in and after locking there is somebody else to hand in for.
  const stops = [useDeviceSession.subscribe(run), useOpenVault.subscribe(run)];
  run();
  return () => {
    clearInterval(timer);
    removeEventListener('online', run);
    for (const stop of stops) stop();
  };
};

/** Several windows would hand in the same; that repeats work and does no harm where there are no locks. */
const inOneTab = async (work: () => Promise<void>): Promise<void> =>
  navigator.locks === undefined
    ? work()
    : navigator.locks.request('lianxin-deposits', { ifAvailable: true }, async (lock) => {
        if (lock !== null) await work();
      });

const handInForOthers = async (): Promise<void> => {
  for (const { id } of knownPeople()) {
    if (useOpenVault.getState().vault?.accountId === id) continue;
    if (!isWipeUnfinished(id)) await handInDeposits(id);
    else if (isLetIn(id)) dropUnfinishedWipe(id);
    else await wipeThisPhone(id);
  }
};

/** Only an answer of the server says that somebody may be here again. */
const isLetIn = (accountId: string): boolean => heardLeaseOf(accountId) !== null;
