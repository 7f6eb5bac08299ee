import { normalPin } from './check-pin.ts';
import type { LeaseState } from './lease.ts';
import { type HeardLease, leaseOf } from './look-at-vault.ts';
import { openVault } from './open-vault.ts';
import type { VaultPorts } from './set-up-vault.ts';
import type { OpenVault } from './use-open-vault.ts';
import { deriveWrapKey } from './vault-keys.ts';
import { countTry, eraseDataKey, readVault, settleTries } from './vault-table.ts';

/** Is how unlocking ended. */
export type Unlocked =
  | { readonly type: 'open'; readonly vault: OpenVault }
  | { readonly type: 'wrong'; readonly left: number; readonly waitUntil: number }
  | { readonly type: 'wait'; readonly until: number }
  | { readonly type: 'lease'; readonly lease: Exclude<LeaseState, 'open'> }
  | { readonly type: 'erased' }
  | { readonly type: 'none' };

/** Tries a PIN. The try is counted before; the tenth wrong one erases the data key. Whoever opens renews the lease that was heard. */
export const unlockVault = async (
  { accountId, pin, heard }: { readonly accountId: string; readonly pin: string; readonly heard: HeardLease },
  ports: VaultPorts,
): Promise<Unlocked> => {
  const now = ports.now();
  const records = await readVault(accountId);
  const { lock } = records;
  if (lock === null) return { type: 'none' };
  if (lock.wrap === null || lock.deviceSecret === null) return { type: 'erased' };
  const lease = leaseOf(lock, records, heard, now);
  if (lease !== 'open') return { type: 'lease', lease };
  const next = await countTry(accountId, now, heard?.seenAt);
  if (next.type === 'wait') return next;
  if (next.type === 'spent') return await erase(accountId);
  const pinKey = await ports.stretch(normalPin(pin), lock.salt, lock.kdf);
  const wrapKey = await deriveWrapKey(pinKey, { ...lock, deviceSecret: lock.deviceSecret, accountId });
  const vault = await openVault(accountId, lock, wrapKey);
  if (vault === null) {
    return next.left > 0
      ? { type: 'wrong', left: next.left, waitUntil: next.counted.notBefore }
      : await erase(accountId);
  }
  await settleTries(accountId, now, heard?.seenAt);
  return { type: 'open', vault };
};

const erase = async (accountId: string): Promise<Unlocked> => {
  await eraseDataKey(accountId);
  return { type: 'erased' };
};
