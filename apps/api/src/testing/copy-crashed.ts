import { cpSync } from 'node:fs';
import { basename } from 'node:path';
import { freshDirectory } from './fresh-directory.ts';

/** Copies a data directory as a killed server leaves it: the log is not in the database yet, and no lock is held. */
export const copyCrashed = (directory: string): string => {
  const copy = freshDirectory();
  const isLeft = (path: string): boolean => !/^lock\.sqlite|-shm$/.test(basename(path));
  cpSync(directory, copy, { recursive: true, filter: isLeft });
  return copy;
};
