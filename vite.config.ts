import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { appChunks, preloadApp } from './tools/app-chunks.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Suites that take minutes: they run in `npm test`, not in the loop of `npm run verify`. */
const slowSuites = '**/*.slow.test.{ts,tsx}';

export default defineConfig({
  root: `${root}apps/web`,
  plugins: [react(), preloadApp()],
  cacheDir: `${root}node_modules/.vite`,
  publicDir: `${root}apps/web/public`,
  css: { transformer: 'lightningcss' },
  build: {
    outDir: `${root}dist/web`,
    emptyOutDir: true,
    // The browser floor of the README; Vite lowers syntax to it and polyfills nothing.
    target: ['chrome99', 'safari16.4'],
    cssMinify: 'lightningcss',
    // Every supported browser knows modulepreload; its polyfill would only cost bytes.
    modulePreload: { polyfill: false },
    // Assets as data: URLs would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: appChunks(`${root}apps/web`) } },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '8787'}` } },
  test: {
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'unit',
          root,
          environment: 'node',
          // Suites share a thread's modules: a third of the time, and a suite that leans on another's state shows itself.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          // A busy machine is no failure; how fast things are is measured by `npm run bench`.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          setupFiles: [
            `${root}tools/fail-on-console-error.ts`,
            `${root}apps/api/src/testing/tidy-up.ts`,
            `${root}apps/web/src/locale/testing/speak-chinese.ts`,
          ],
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/**/*.test.{ts,tsx}',
            'tests/{architecture,contract,durability,sync,security}/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**', slowSuites],
        },
      },
      {
        extends: true,
        root,
        test: {
          name: 'slow',
          root,
          environment: 'node',
          // A process each: they start servers, count memory and leave nothing for one another. Two at a time.
          pool: 'forks',
          isolate: true,
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          setupFiles: [
            `${root}tools/fail-on-console-error.ts`,
            `${root}apps/api/src/testing/tidy-up.ts`,
            `${root}apps/web/src/locale/testing/speak-chinese.ts`,
          ],
          include: [`packages/${slowSuites}`, `apps/${slowSuites}`, `tests/${slowSuites}`],
        },
      },
    ],
  },
});
