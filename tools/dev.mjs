import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createServer } from 'vite';
import { buildServer } from './build-server.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

// The pages reload by themselves; after a change of the server, stop and start again.
await buildServer(root);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
const pages = await createServer({ configFile: join(root, 'vite.config.ts') });
await pages.listen();
pages.printUrls();
