import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** Makes a directory that goes when the tests of the file have ended. */
export const freshDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-api-'));
  made.push(directory);
  return directory;
};

/** Removes what was made since the last time. */
export const removeFreshDirectories = (): void => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
};
