import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Builds the PWA into dist/web.
 * @param {string} root
 */
export const buildWeb = async (root) => {
  if (!existsSync(join(root, 'apps', 'web', 'index.html'))) return;
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
};
