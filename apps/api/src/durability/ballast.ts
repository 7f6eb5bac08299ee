import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const chunkBytes = 1_048_576;

/** Is a file that only takes up room, to be given back when the disk is full: even deleting needs room for the log of it. */
export interface Ballast {
  readonly isThere: () => boolean;
  readonly give: () => void;
  readonly take: () => void;
}

/** Keeps the ballast of a data directory. It is random, because a disk that compresses would keep nothing free for zeros. */
export const createBallast = (directory: string, bytes: number): Ballast => {
  const path = join(directory, 'ballast');
  return {
    isThere: () => statSync(path, { throwIfNoEntry: false })?.size === bytes,
    give: () => rmSync(path, { force: true }),
    take: () => {
      const fd = openSync(`${path}.new`, 'w', 0o600);
      try {
        for (let left = bytes; left > 0; left -= chunkBytes) writeSync(fd, randomBytes(Math.min(left, chunkBytes)));
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(`${path}.new`, path);
    },
  };
};
