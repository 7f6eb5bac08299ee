import { createRequire } from 'node:module';

/*
 * Loaded before the server, to see whether a kill would be noticed: COMMIT returns at once and happens a moment later,
 * so that answers leave before it.
 */
const Database = createRequire(import.meta.url)('better-sqlite3');
const { exec } = Database.prototype;

/** @type {(() => void) | undefined} */
let owed;

/** @this {unknown} @param {string} sql */
Database.prototype.exec = function late(sql) {
  if (sql === 'COMMIT') {
    owed = () => {
      owed = undefined;
      exec.call(this, 'COMMIT');
    };
    setTimeout(() => owed?.(), 50);
    return this;
  }
  if (sql === 'BEGIN IMMEDIATE') owed?.();
  return exec.call(this, sql);
};
