import { argon2id } from 'hash-wasm';
import type { StretchPin } from '../argon2.ts';

/** Stretches a PIN as a phone does, without a worker. */
export const stretchHere: StretchPin = async (pin, salt, { memoryKiB, passes }) =>
  new Uint8Array(
    await argon2id({
      password: pin,
      salt,
      parallelism: 1,
      iterations: passes,
      memorySize: memoryKiB,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
