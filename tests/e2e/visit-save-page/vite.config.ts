import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds and serves the page on which visits are saved for measuring; production never sees it. */
export default {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: `${root}test-results/visit-save`,
    emptyOutDir: true,
    target: ['chrome99', 'safari16.4'],
    rolldownOptions: { input: `${root}tests/e2e/visit-save-page/visit-save-page.html` },
  },
  preview: { host: '127.0.0.1', port: 0 },
} satisfies InlineConfig;
