import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { createKeyring } from '../crypto/keyring.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';

const migrationsFolder = join(import.meta.dirname, '../../../../drizzle/sqlite');

/** Opens a real store in a fresh directory with the real migrations; only time can be set. */
export const openTestStore = (options: { readonly directory?: string; readonly secret?: Buffer } = {}) => {
  const directory = options.directory ?? freshDirectory();
  const clock = { now: Date.parse('2026-11-20T02:00:00Z') };
  const keyring = createKeyring(options.secret ?? Buffer.alloc(32, 7));
  const onBroken = (cause: unknown): never => {
    throw cause;
  };
  const opened = openSqliteStore({
    directory,
    migrationsFolder,
    keyring,
    now: () => clock.now,
    newId: () => v7(),
    onBroken,
  });
  return { ...opened, directory, clock, keyring };
};

const made: string[] = [];
process.once('exit', () => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** Makes a directory that goes with the process. */
const freshDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'lianxin-'));
  made.push(directory);
  return directory;
};
