import { assert } from '@lianxin/domain';
import Database from 'better-sqlite3';

/** The SQLite version that mends the WAL-reset corruption (sqlite.org/wal.html#walresetbug). */
const oldestSafeVersion = [3, 51, 3] as const;

/** Opens the database file for the one writer. better-sqlite3 reopens WAL files at synchronous=NORMAL, which loses acknowledged rows when the power fails. */
export const openWriter = (file: string): Database.Database => {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  applySettings(db);
  db.pragma('wal_autocheckpoint = 1000');
  db.pragma('journal_size_limit = 67108864');
  db.pragma('secure_delete = ON');
  assertVersion(db);
  return db;
};

/** Opens a second connection for reading, so that a long write never shows half of itself. */
export const openReader = (file: string): Database.Database => {
  const db = new Database(file, { readonly: true });
  applySettings(db);
  return db;
};

const applySettings = (db: Database.Database): void => {
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
};

/** Writes once and reads the settings back: the answer before the first write cannot be trusted. */
export const assertDurable = (db: Database.Database, now: number): void => {
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run('lastStartAt', String(now));
  assert(
    db.pragma('synchronous', { simple: true }) === 2,
    'SQLite does not run at synchronous=FULL: acknowledged records could be lost',
  );
  assert(db.pragma('journal_mode', { simple: true }) === 'wal', 'SQLite does not run in WAL mode');
  assert(db.pragma('foreign_keys', { simple: true }) === 1, 'SQLite does not check foreign keys');
  assert(db.pragma('quick_check(1)', { simple: true }) === 'ok', 'the database file is damaged: restore a backup');
};

const assertVersion = (db: Database.Database): void => {
  const found = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
  const difference = oldestSafeVersion.map((part, at) => (found[at] ?? 0) - part).find((step) => step !== 0) ?? 0;
  assert(difference >= 0, `SQLite ${found.join('.')} is too old: at least ${oldestSafeVersion.join('.')} is needed`);
};
