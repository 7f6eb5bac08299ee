import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Says that somebody else already works in the directory. */
class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/** Holds an exclusive transaction on a small database of its own for as long as the process lives; a kill releases it. */
export const lockDirectory = (
  directory: string,
  refusal = 'another Lianxin server already works in',
): { readonly release: () => void } => {
  const lock = new Database(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new DirectoryInUse(`${refusal} ${directory}`, { cause });
  }
  return { release: () => lock.close() };
};
