import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));

// Serves the gallery from the sources; the production build never sees it.
export default defineConfig({
  root,
  configFile: false,
  cacheDir: `${root}node_modules/.vite-gallery`,
  plugins: [react()],
  css: { transformer: 'lightningcss' },
  logLevel: 'warn',
});
