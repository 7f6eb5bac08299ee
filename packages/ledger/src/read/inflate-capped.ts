import { Inflate } from 'fflate';
import type { ZipEntry } from './zip-directory.ts';

/** Small input slices keep one step of a bomb below four megabytes of output, whatever its ratio. */
const sliceBytes = 4_096;

/** Inflates one entry, counting as it goes, and gives up as soon as more than `maxBytes` came out; undefined when damaged. */
export const inflateCapped = (entry: ZipEntry, maxBytes: number): Uint8Array | 'tooLarge' | undefined => {
  const { compressed } = entry;
  if (!entry.isDeflated) return compressed.length > maxBytes ? 'tooLarge' : compressed;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < compressed.length && length <= maxBytes; at += sliceBytes) {
      inflate.push(compressed.subarray(at, at + sliceBytes), at + sliceBytes >= compressed.length);
    }
  } catch {
    return undefined;
  }
  return length > maxBytes ? 'tooLarge' : joinChunks(chunks, length);
};

const joinChunks = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};
