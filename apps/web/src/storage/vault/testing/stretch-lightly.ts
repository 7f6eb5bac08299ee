import { argon2id } from 'hash-wasm';
import type { StretchPin } from '../argon2.ts';

/** The real Argon2id, with little memory: how hard it is belongs to the stored parameters and not to tests. */
export const stretchLightly: StretchPin = async (pin, salt, kdf) =>
  new Uint8Array(
    await argon2id({
      password: pin,
      salt,
      parallelism: 1,
      iterations: 1,
      memorySize: Math.min(kdf.memoryKiB, 64),
      hashLength: 32,
      outputType: 'binary',
    }),
  );
