import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearStandInHome, installEnvironment } from './install-environment.mjs';
import { ensureNativeModules } from './native-modules.mjs';
import { runCommand } from './run-command.mjs';
import { takeTurn } from './take-turn.mjs';

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
const lockedPackages = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json as the last
 * act of an install, so an interrupted one counts as missing. Optional packages are for other machines' systems.
 * @param {string} root
 */
const isInstalled = (root) => {
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  const present = lockedPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.includes('node_modules/') ||
      (present[path] ? present[path].version === entry.version : entry.optional === true),
  );
};

/**
 * Installs what package-lock.json asks for unless it is there already. Install scripts do not run; the one package
 * that has to be compiled is built by name.
 * @param {string} root
 * @returns {Promise<string | undefined>} what is missing, in plain words
 */
export const ensureInstalled = async (root) => {
  // A backup may be asked for while the first start still installs.
  const end = await takeTurn(root, 'install');
  try {
    return await install(root);
  } finally {
    end();
  }
};

/** @param {string} root */
const install = async (root) => {
  if (!isInstalled(root)) {
    console.log('Installing packages (once, and after an update) …');
    const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
    const { code, output } = await runCommand('npm', args, { cwd: root, env: installEnvironment(root) });
    clearStandInHome(root);
    if (code !== 0) {
      console.error(output);
      return 'The packages could not be installed. The messages above say why; most often the network or the package registry cannot be reached.';
    }
  }
  return ensureNativeModules(root);
};
