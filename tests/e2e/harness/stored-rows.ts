import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { RunningServer } from './running-server.ts';

/** Is a row as SQLite gives it. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** Reads rows straight from the server's database file, beside the running server and without writing. */
export const queryRows = (
  server: Pick<RunningServer, 'dataFolder'>,
  sql: string,
  ...parameters: readonly (string | number)[]
): readonly StoredRow[] => {
  const db = new Database(databaseFile(server.dataFolder), { readonly: true });
  try {
    return db.prepare<unknown[], StoredRow>(sql).all(...parameters);
  } finally {
    db.close();
  }
};

const databaseFile = (dataFolder: string): string => {
  const name = readdirSync(dataFolder).find((file) => /\.(sqlite3?|db)$/.test(file));
  if (name === undefined) throw new Error('the server has made no database file');
  return join(dataFolder, name);
};
