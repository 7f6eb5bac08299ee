import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { filesBelow } from './files-below.mjs';

/**
 * What a phone keeps for use without a network: everything the build made. Files under assets/ carry their hash in
 * their name; the others get one, so that the worker notices a change.
 * @param {string} webFolder
 */
const precacheList = (webFolder) =>
  filesBelow(webFolder)
    .filter((file) => !/\.(map|gz)$/.test(file) && file !== join(webFolder, 'sw.js'))
    .map((file) => {
      const url = relative(webFolder, file).split(sep).join('/');
      const revision = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
      return { url, revision: url.startsWith('assets/') ? null : revision };
    });

/**
 * Builds the service worker into dist/web/sw.js with the precache list of the PWA that was built before.
 * @param {string} root
 */
export const buildServiceWorker = async (root) => {
  const input = join(root, 'apps', 'web', 'src', 'app', 'service-worker.ts');
  const outDir = join(root, 'dist', 'web');
  if (!existsSync(input)) return;
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { __PRECACHE__: JSON.stringify(precacheList(outDir)), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome99', 'safari16.4'],
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: { input, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
};
