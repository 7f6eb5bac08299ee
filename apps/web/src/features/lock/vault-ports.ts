import { systemClock } from '../../platform/clock.ts';
import { stretchInWorker } from '../../storage/vault/argon2.ts';
import type { VaultPorts } from '../../storage/vault/set-up-vault.ts';

/** What working with a PIN takes from this phone. */
export const vaultPorts: VaultPorts = {
  stretch: stretchInWorker,
  now: systemClock.now,
  elapsed: () => performance.now(),
};
