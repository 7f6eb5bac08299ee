import { type LeaseState, leaseState } from './lease.ts';
import { waitsUntil } from './pin-tries.ts';
import type { PinKeyboard, RestingLock } from './resting-vault.ts';
import { noteTime, readVault, type VaultRecords } from './vault-table.ts';

/** Is how a vault looks from outside. */
export type VaultLook =
  | { readonly type: 'none' }
  | { readonly type: 'erased' }
  | {
      readonly type: 'locked';
      readonly keyboard: PinKeyboard;
      readonly lease: LeaseState;
      /** Before this moment no PIN is tried; 0 when one may be tried now. */
      readonly waitUntil: number;
    };

/** Is what the server has granted since this page was loaded; null when it was not heard. */
export type HeardLease = {
  readonly until: number | null;
  /** Before this it cannot be: when the server was heard, and what a clock that never goes back has counted since. */
  readonly seenAt: number;
} | null;

/** Looks at a vault without a PIN. */
export const lookAtVault = async (accountId: string, heard: HeardLease, now: number): Promise<VaultLook> => {
  const records = await readVault(accountId);
  const { lock, tries } = records;
  // A lock that was taken away, by a wipe or a damaged disk, is as good as erased: a new one would open nothing.
  if (lock === null) return { type: records.holdsSealed ? 'erased' : 'none' };
  if (lock.wrap === null) return { type: 'erased' };
  const waitUntil = waitsUntil(tries, Math.max(now, heard?.seenAt ?? records.clock?.highest ?? 0));
  const lease = leaseOf(lock, records, heard, now);
  // Once a phone was seen after its lease, a clock that is set back afterwards opens nothing.
  if (lease === 'ended') await noteTime(accountId, now);
  return { type: 'locked', keyboard: lock.keyboard, lease, waitUntil };
};

/** Tells how the lease of a lock stands. What the server has granted counts more than what rests, and ends by the clock all the same. */
export const leaseOf = (lock: RestingLock, { clock }: VaultRecords, heard: HeardLease, now: number): LeaseState =>
  heard === null ? leaseState(lock.leaseUntil, clock?.highest ?? 0, now) : leaseState(heard.until, heard.seenAt, now);
