import { statfsSync } from 'node:fs';

/** Tells how much room the disk of a folder has for this program. */
export const freeBytes = (directory: string): number => {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
};
