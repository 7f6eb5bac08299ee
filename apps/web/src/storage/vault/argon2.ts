import type { Bytes, PinKdf } from './resting-vault.ts';

/** Stretches a PIN, slowly on purpose. */
export type StretchPin = (pin: string, salt: Bytes, kdf: PinKdf) => Promise<Bytes>;

/** Is what the worker is asked. */
export interface StretchRequest {
  readonly pin: string;
  readonly salt: Bytes;
  readonly kdf: PinKdf;
}

/** Stretches a PIN in a worker of its own, so that the page stays alive; the worker ends with its answer and its memory goes with it. */
export const stretchInWorker: StretchPin = (pin, salt, kdf) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Bytes>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => {
      worker.terminate();
      reject(new Error(`the PIN could not be stretched: ${event.message}`));
    };
    worker.postMessage({ pin, salt, kdf } satisfies StretchRequest);
  });
