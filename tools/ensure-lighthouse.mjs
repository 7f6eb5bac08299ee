import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './run-command.mjs';

const version = '12.8.2';

/**
 * Lighthouse, which is too large to be a dependency: kept in the cache folder of the checkout, fetched when it is first
 * asked for.
 * @param {string} root
 * @returns {Promise<{ lighthouse: string, puppeteer: string } | { problem: string }>} addresses to import
 */
export const ensureLighthouse = async (root) => {
  const folder = join(root, '.cache', `lighthouse-${version}`);
  const modules = join(folder, 'node_modules');
  if (!existsSync(join(modules, '.package-lock.json'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    console.log(`Fetching lighthouse ${version} …`);
    const { code, output } = await runCommand('npm', [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      `lighthouse@${version}`,
    ]);
    if (code !== 0) return { problem: `lighthouse could not be fetched (${output.trim().split('\n').at(-1) ?? ''})` };
  }
  return {
    lighthouse: pathToFileURL(join(modules, 'lighthouse', 'core', 'index.js')).href,
    puppeteer: pathToFileURL(join(modules, 'puppeteer-core', 'lib', 'esm', 'puppeteer', 'puppeteer-core.js')).href,
  };
};
