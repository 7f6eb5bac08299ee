import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sqliteCode } from './disk-failure.ts';

/** Says that somebody else already works in the directory. */
class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/** Holds an exclusive transaction on a small database of its own for as long as the process lives; a kill releases it. */
export const lockDirectory = (
  directory: string,
  refusal = '服务器正在运行 / another Lianxin server already works in',
): { readonly release: () => void } => {
  const lock = new Database(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    // Nothing is ever written here; a journal would only be one more thing that a full disk has no room for.
    lock.pragma('journal_mode = MEMORY');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!sqliteCode(cause).startsWith('SQLITE_BUSY')) throw cause;
    throw new DirectoryInUse(`${refusal} ${directory}`, { cause });
  }
  return { release: () => lock.close() };
};
