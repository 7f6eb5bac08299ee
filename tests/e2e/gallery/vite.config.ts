import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds and serves the gallery from the sources under the app's own strict policy; production never sees it. */
export default {
  root,
  configFile: false,
  publicDir: false,
  plugins: [react()],
  css: { transformer: 'lightningcss' },
  logLevel: 'warn',
  build: {
    outDir: `${root}test-results/gallery`,
    emptyOutDir: true,
    target: ['chrome99', 'safari16.4'],
    cssMinify: 'lightningcss',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: `${root}tests/e2e/gallery/gallery.html` },
  },
  preview: {
    host: '127.0.0.1',
    port: 0,
    headers: {
      'Content-Security-Policy': "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'",
    },
  },
} satisfies InlineConfig;
