import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../store/sqlite/sqlite-store.ts';
import { syncDirectory, syncFile } from './durable-files.ts';

/**
 * Puts a complete database in the place of the present one, which is kept in a folder of its own and never deleted.
 * There is a database under the name at every moment; should the power fail in between, it stands without its log or
 * with another epoch, and the witness keeps the server from starting until the restore is run again.
 */
export const replaceDatabase = (dataDirectory: string, replacement: string, at: number): string | null => {
  const present = join(dataDirectory, databaseName);
  const stamp = new Date(at).toISOString().replace(/[:.]/g, '-');
  const aside = join(dataDirectory, `set-aside-${stamp}`);
  const hadOne = existsSync(present);
  if (hadOne) {
    mkdirSync(aside, { mode: 0o700 });
    keepUnderTwoNames(present, join(aside, databaseName));
    // A log of the former database beside the new one would be played into it.
    for (const suffix of ['-wal', '-shm']) {
      if (existsSync(present + suffix)) renameSync(present + suffix, join(aside, databaseName + suffix));
    }
    syncDirectory(aside);
    syncDirectory(dataDirectory);
  }
  renameSync(replacement, present);
  syncDirectory(dataDirectory);
  return hadOne ? aside : null;
};

/** A second name costs nothing and leaves no moment without a database; file systems that know no second names get a copy. */
const keepUnderTwoNames = (path: string, second: string): void => {
  try {
    linkSync(path, second);
  } catch {
    copyFileSync(path, second);
    syncFile(second);
  }
};
