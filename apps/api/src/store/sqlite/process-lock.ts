import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Says that another server already works in the data directory. */
class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
}

/** Holds an exclusive transaction on a small database of its own for as long as the process lives; a kill releases it. */
export const lockDirectory = (directory: string): { readonly release: () => void } => {
  const lock = new Database(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new DataDirectoryInUse(`another Lianxin server already works in ${directory}`, { cause });
  }
  return { release: () => lock.close() };
};
