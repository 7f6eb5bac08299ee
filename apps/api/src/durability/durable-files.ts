import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the names in a folder survive a power loss. */
export const syncDirectory = (directory: string): void => {
  const fd = openSync(directory, 'r');
  fsyncSync(fd);
  closeSync(fd);
};

/** Makes what was written to a file survive a power loss. */
export const syncFile = (path: string): void => {
  const fd = openSync(path, 'r+');
  fsyncSync(fd);
  closeSync(fd);
};

/** Writes a small file so that its name never stands for half of it. */
export const writeWhole = (path: string, text: string): void => {
  const partial = `${path}.partial`;
  const fd = openSync(partial, 'w', 0o600);
  writeSync(fd, text);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(partial, path);
  syncDirectory(dirname(path));
};
