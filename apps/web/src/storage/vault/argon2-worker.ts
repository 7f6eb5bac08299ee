import { argon2id } from 'hash-wasm';
import type { StretchRequest } from './argon2.ts';

// The server lets this one file compile WebAssembly, by its name; no page may.
self.onmessage = async ({ data }: MessageEvent<StretchRequest>) => {
  const { pin, salt, kdf } = data;
  const key = await argon2id({
    password: pin,
    salt,
    parallelism: 1,
    iterations: kdf.passes,
    memorySize: kdf.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
  self.postMessage(key);
};
