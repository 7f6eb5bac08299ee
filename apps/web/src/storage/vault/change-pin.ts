import { normalPin } from './check-pin.ts';
import { bindingOf } from './open-vault.ts';
import { lockWith, type VaultPorts } from './set-up-vault.ts';
import { deriveWrapKey, unwrapDataKey } from './vault-keys.ts';
import { countTry, eraseDataKey, readVault, replaceLock, settleTries } from './vault-table.ts';

/** Is how changing a PIN ended; a wrong old one counts like any other wrong PIN. */
export type PinChange =
  | { readonly type: 'changed' }
  | { readonly type: 'wrong'; readonly left: number }
  | { readonly type: 'wait'; readonly until: number }
  | { readonly type: 'erased' };

/** Changes the PIN: the data key is wrapped anew and everything that rests stays as it is. */
export const changePin = async (
  { accountId, before, after }: { readonly accountId: string; readonly before: string; readonly after: string },
  ports: VaultPorts,
): Promise<PinChange> => {
  const { lock } = await readVault(accountId);
  if (!lock?.wrap || lock.deviceSecret === null) return { type: 'erased' };
  const next = await countTry(accountId, ports.now());
  if (next.type === 'wait') return next;
  const pinKey = await ports.stretch(normalPin(before), lock.salt, lock.kdf);
  const wrapKey = await deriveWrapKey(pinKey, { ...lock, deviceSecret: lock.deviceSecret, accountId });
  const dataKey = next.type === 'spent' ? null : await unwrapDataKey(wrapKey, lock.wrap, bindingOf(accountId, lock));
  if (dataKey === null) {
    if (next.type === 'allowed' && next.left > 0) return { type: 'wrong', left: next.left };
    await eraseDataKey(accountId);
    return { type: 'erased' };
  }
  await settleTries(accountId, ports.now());
  const { leaseUntil, plainRemains } = lock;
  const made = await lockWith({ accountId, pin: after, dataKey, leaseUntil, plainRemains }, ports);
  dataKey.fill(0);
  // A lease that was renewed in the same moment has made another lock: the new PIN is tried against that one.
  if (await replaceLock(accountId, lock, made.lock)) return { type: 'changed' };
  return await changePin({ accountId, before, after }, ports);
};
