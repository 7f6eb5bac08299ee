import { createRequire } from 'node:module';

/*
 * Loaded before the server, to see whether a power cut would be noticed: everything that asks for synchronous=FULL gets
 * NORMAL, as better-sqlite3 gives to whoever does not ask, and the check at the start is lied to.
 */
const Database = createRequire(import.meta.url)('better-sqlite3');
const { pragma } = Database.prototype;

/** @this {unknown} @param {string} source @param {unknown} options */
Database.prototype.pragma = function weakened(source, options) {
  if (source === 'synchronous') return 2;
  return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
};
