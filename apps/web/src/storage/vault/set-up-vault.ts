import type { StretchPin } from './argon2.ts';
import { calibrateArgon2 } from './calibrate-argon2.ts';
import { normalPin, pinKeyboard } from './check-pin.ts';
import { bindingOf, openVault } from './open-vault.ts';
import type { Bytes, RestingLock } from './resting-vault.ts';
import type { OpenVault } from './use-open-vault.ts';
import { deriveWrapKey, newDeviceSecret, randomBytes, wrapDataKey } from './vault-keys.ts';
import { readVault, replaceLock, settleTries } from './vault-table.ts';

/** Is what working with a PIN needs from the phone. */
export interface VaultPorts {
  readonly stretch: StretchPin;
  readonly now: () => number;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
}

/** Is for whom a vault is made. */
export interface NewVault {
  readonly accountId: string;
  readonly pin: string;
  readonly leaseUntil: number | null;
}

/** Makes the vault of an account that has none yet; null when another window was faster, or when what rests was sealed under a lock that is lost. */
export const setUpVault = async (
  { accountId, pin, leaseUntil }: NewVault,
  ports: VaultPorts,
): Promise<OpenVault | null> => {
  const { lock: before, holdsSealed } = await readVault(accountId);
  if (before !== null || holdsSealed) return null;
  const dataKey = randomBytes(32);
  // What an earlier version has left readable is looked for before the register opens.
  const made = await lockWith({ accountId, pin, dataKey, leaseUntil, plainRemains: true }, ports);
  dataKey.fill(0);
  if (!(await replaceLock(accountId, null, made.lock))) return null;
  await settleTries(accountId, ports.now());
  return await openVault(accountId, made.lock, made.wrapKey);
};

interface LockWish {
  readonly accountId: string;
  readonly pin: string;
  readonly dataKey: Bytes;
  readonly leaseUntil: number | null;
  readonly plainRemains: boolean;
}

/** Makes a lock around a data key: new salt, new secret of the device, strength measured anew. */
export const lockWith = async (
  { accountId, pin, dataKey, leaseUntil, plainRemains }: LockWish,
  { stretch, elapsed }: VaultPorts,
): Promise<{ readonly lock: RestingLock; readonly wrapKey: CryptoKey }> => {
  const kdf = await calibrateArgon2(stretch, elapsed);
  const salt = randomBytes(16);
  const deviceSecret = await newDeviceSecret();
  const wrapKey = await deriveWrapKey(await stretch(normalPin(pin), salt, kdf), { deviceSecret, salt, accountId });
  const lock = {
    key: 'vault',
    version: 1,
    kdf,
    salt,
    deviceSecret,
    leaseUntil,
    keyboard: pinKeyboard(pin),
    plainRemains,
  } as const;
  return { lock: { ...lock, wrap: await wrapDataKey(wrapKey, dataKey, bindingOf(accountId, lock)) }, wrapKey };
};
