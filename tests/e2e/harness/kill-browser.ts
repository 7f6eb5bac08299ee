import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';

/**
 * Kills the one browser process that holds a storage folder, without letting it write anything first. Where the system
 * has no /proc, the browser is closed instead.
 */
export const killBrowserOf = async (storageFolder: string, context: BrowserContext): Promise<void> => {
  const pid = findBrowser(storageFolder);
  if (pid === undefined) {
    await context.close();
    return;
  }
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(pid, 'SIGKILL');
  await closed;
};

const findBrowser = (storageFolder: string): number | undefined => {
  if (process.platform !== 'linux') return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) => {
    const words = readArguments(pid);
    // Its renderers and helpers are named by --type and go with it.
    return words.includes(`--user-data-dir=${storageFolder}`) && !words.some((word) => word.startsWith('--type='));
  });
  return found === undefined ? undefined : Number(found);
};

const readArguments = (pid: string): readonly string[] => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // The process ended while the list was read.
    return [];
  }
};
