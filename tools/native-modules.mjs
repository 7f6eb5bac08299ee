import { createRequire } from 'node:module';
import { aptInstall, canAptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { installEnvironment, nodeHeadersPrefix } from './install-environment.mjs';
import { runCommand } from './run-command.mjs';

const require = createRequire(import.meta.url);

/** Whether the SQLite binding is built for the running Node: it opens a database in memory. */
const canOpenSqlite = () => {
  try {
    const Database = require('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
};

const missingCompilers = () => [
  ...(findProgram(['g++', 'c++', 'clang++']) ? [] : ['g++']),
  ...(findProgram(['make']) ? [] : ['make']),
  ...(findProgram(['python3', 'python']) ? [] : ['python3']),
];

/** @param {readonly string[]} missing */
const explainFailure = (missing) => {
  if (missing.length > 0) {
    return `The database driver (better-sqlite3) has to be compiled here and ${missing.join(', ')} cannot be found. Install them (on Debian or Ubuntu: apt-get install g++ make python3) and start again.`;
  }
  if (!nodeHeadersPrefix()) {
    return "The database driver (better-sqlite3) has to be compiled here and Node's C++ headers are neither beside this Node nor could they be downloaded. Install Node from https://nodejs.org (its archives contain include/node), or set npm_config_nodedir to a folder that has them, and start again.";
  }
  return 'The database driver (better-sqlite3) could not be compiled; the messages above say why.';
};

/**
 * Makes the SQLite driver loadable by the running Node, compiling it where needed (about 45 seconds).
 * @param {string} root
 * @returns {Promise<string | undefined>} what is missing, in plain words
 */
export const ensureNativeModules = async (root) => {
  if (canOpenSqlite()) return undefined;
  if (missingCompilers().length > 0 && canAptInstall()) await aptInstall(['g++', 'make', 'python3']);
  const missing = missingCompilers();
  // With compiler and headers at hand nothing is downloaded: the driver's own installer would first try to fetch a binary.
  const fromSource =
    missing.length === 0 && nodeHeadersPrefix() ? { npm_config_build_from_source: 'better-sqlite3' } : {};
  console.log('Building the database driver (about a minute) …');
  const rebuild = await runCommand('npm', ['rebuild', 'better-sqlite3'], {
    cwd: root,
    env: { ...installEnvironment(root), ...fromSource },
  });
  // A failed load is cached by this process, so a fresh one looks again.
  const check = ['-e', "new (require('better-sqlite3'))(':memory:').close()"];
  const { code } = await runCommand(process.execPath, check, { cwd: root });
  if (code === 0) return undefined;
  console.error(rebuild.output);
  return explainFailure(missing);
};
