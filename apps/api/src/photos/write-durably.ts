import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreReadOnly } from '../store/store-read-only.ts';

/** Writes a file beside its name and renames it, so that a kill or a power loss leaves the whole file or none. */
export const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const partial = `${path}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(partial, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(partial, { force: true });
    // A full disk is nobody's mistake: the phone tries again later.
    throw isFull(cause) ? new StoreReadOnly('the disk is full', { cause }) : cause;
  }
};

const isFull = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT');

/** Makes the names in a folder survive a power loss. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
