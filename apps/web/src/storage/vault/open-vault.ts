import type { RestingLock } from './resting-vault.ts';
import { createSealedCodec } from './sealed-codec.ts';
import type { OpenVault } from './use-open-vault.ts';
import { deriveDataKeys, type LockBinding, unwrapDataKey, wrapDataKey } from './vault-keys.ts';
import { noteTime, readVault, replaceLock } from './vault-table.ts';

/** Names what a lock is bound to. */
export const bindingOf = (accountId: string, lock: Omit<LockBinding, 'accountId'>): LockBinding => ({
  accountId,
  version: lock.version,
  kdf: lock.kdf,
  leaseUntil: lock.leaseUntil,
});

/** Opens a vault with its wrap key; null when the PIN was wrong. */
export const openVault = async (
  accountId: string,
  lock: RestingLock,
  wrapKey: CryptoKey,
): Promise<OpenVault | null> => {
  const dataKey = lock.wrap && (await unwrapDataKey(wrapKey, lock.wrap, bindingOf(accountId, lock)));
  if (dataKey === null) return null;
  const codec = createSealedCodec(await deriveDataKeys(dataKey, accountId));
  dataKey.fill(0);
  let { leaseUntil } = lock;
  return {
    accountId,
    codec,
    leaseUntil: () => leaseUntil,
    renewLease: async ({ until, seenAt }, now) => {
      if (await rewrap(accountId, wrapKey, until)) leaseUntil = until;
      await noteTime(accountId, now, seenAt);
    },
  };
};

const rewrap = async (accountId: string, wrapKey: CryptoKey, leaseUntil: number | null): Promise<boolean> => {
  const { lock } = await readVault(accountId);
  const dataKey = lock?.wrap && (await unwrapDataKey(wrapKey, lock.wrap, bindingOf(accountId, lock)));
  if (lock === null || !dataKey) return false;
  const next = { ...lock, leaseUntil };
  const wrap = await wrapDataKey(wrapKey, dataKey, bindingOf(accountId, next));
  dataKey.fill(0);
  return await replaceLock(accountId, lock, { ...next, wrap });
};
