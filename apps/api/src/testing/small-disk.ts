import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDirectory } from './fresh-directory.ts';

/** Is a disk of a few megabytes that a test can fill to the last byte. */
export interface SmallDisk {
  readonly directory: string;
  readonly freeBytes: () => number;
  /** Fills it until only so much is free. */
  readonly fill: (leaveBytes: number) => void;
  readonly clear: () => void;
  readonly unmount: () => void;
}

/** Mounts a small disk of memory; where mounting is refused it tells the system's words instead. */
export const mountSmallDisk = (bytes: number): SmallDisk | string => {
  const directory = freshDirectory();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', directory], { encoding: 'utf8' });
  if (mounted.status !== 0) return mounted.error?.message ?? mounted.stderr.trim();
  const filler = join(directory, 'filler');
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  };
  return {
    directory,
    freeBytes,
    fill: (leaveBytes) => {
      rmSync(filler, { force: true });
      writeFileSync(filler, Buffer.alloc(Math.max(freeBytes() - leaveBytes, 0)));
    },
    clear: () => rmSync(filler, { force: true }),
    unmount: () => void spawnSync('umount', ['--lazy', directory]),
  };
};
