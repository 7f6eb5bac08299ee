import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/** @param {string | undefined} folder */
const isWritable = (folder) => {
  // npm replaces an empty HOME by `~`, which would be a folder of that name.
  if (!folder || !isAbsolute(folder)) return false;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** The folder above include/node/node.h beside the running Node, where there is one. */
export const nodeHeadersPrefix = () => {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? prefix : undefined;
};

/** @param {string} root */
const standInHome = (root) => join(root, '.cache', 'home');

/**
 * Removes what an install left in the stand-in home: npm's cache, some hundred megabytes.
 * @param {string} root
 */
export const clearStandInHome = (root) => rmSync(standInHome(root), { recursive: true, force: true });

/**
 * The environment in which npm and node-gyp work: a home they can write to (services and containers often have none)
 * and Node's own headers, which node-gyp would otherwise download.
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export const installEnvironment = (root) => {
  const env = { ...process.env };
  if (!isWritable(env['HOME']) && process.platform !== 'win32') {
    const home = standInHome(root);
    mkdirSync(home, { recursive: true });
    env['HOME'] = home;
    // npm hands its own settings down to what it starts; a cache path made from the missing home is of no use.
    env['npm_config_cache'] = join(home, '.npm');
    delete env['npm_config_userconfig'];
  }
  const headers = nodeHeadersPrefix();
  if (headers && !env['npm_config_nodedir']) env['npm_config_nodedir'] = headers;
  return env;
};
