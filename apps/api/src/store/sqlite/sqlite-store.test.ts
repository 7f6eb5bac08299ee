import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestStore } from '../../testing/test-store.ts';

describe('the SQLite store', () => {
  it('runs at synchronous=FULL in WAL mode after reopening', async () => {
    const first = openTestStore();
    await first.store.close();
    const again = openTestStore({ directory: first.directory });
    expect(again.core.writer.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.core.writer.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    await again.store.close();
  });

  it('lets one process at a time into a data directory', async () => {
    const first = openTestStore();
    expect(() => openTestStore({ directory: first.directory })).toThrow(/already works in/);
    await first.store.close();
  });

  it('refuses a key that does not belong to the database', async () => {
    const first = openTestStore();
    await first.store.close();
    expect(() => openTestStore({ directory: first.directory, secret: Buffer.alloc(32, 9) })).toThrow(/key file/);
  });

  it('refuses a database that a newer version has changed, and leaves it alone', async () => {
    const first = openTestStore();
    first.core.writer.sqlite.exec(
      "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of a later version', 9e12)",
    );
    await first.store.close();
    const before = readFileSync(join(first.directory, 'lianxin.sqlite'));
    expect(() => openTestStore({ directory: first.directory })).toThrow(/newer version has written this database/);
    expect(readFileSync(join(first.directory, 'lianxin.sqlite')).equals(before)).toBe(true);
  });
});
