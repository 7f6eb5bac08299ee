import type { StretchPin } from './argon2.ts';
import type { PinKdf } from './resting-vault.ts';

const targetMs = 800;
const stepKiB = 16 * 1024;
/** The least that is worth its name, also for a phone with 2 GB. */
const floor: PinKdf = { id: 'argon2id', memoryKiB: 32 * 1024, passes: 3 };
/** More at once may get the page killed on a small phone. */
const mostKiB = 128 * 1024;

/** Chooses how hard a PIN is stretched on this phone: as much memory as about 0.8 seconds allow. */
export const calibrateArgon2 = async (stretch: StretchPin, elapsed: () => number): Promise<PinKdf> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const startedAt = elapsed();
  await stretch('how long does it take', salt, floor);
  return chooseKdf(elapsed() - startedAt);
};

/** Scales the floor by how long it took. */
export const chooseKdf = (floorMs: number): PinKdf => {
  const affordable = (floor.memoryKiB * targetMs) / Math.max(1, floorMs);
  const whole = Math.floor(affordable / stepKiB) * stepKiB;
  return { ...floor, memoryKiB: Math.min(mostKiB, Math.max(floor.memoryKiB, whole)) };
};
