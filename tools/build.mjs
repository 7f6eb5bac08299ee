import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build-server.mjs';
import { buildServiceWorker } from './build-service-worker.mjs';
import { buildWeb } from './build-web.mjs';
import { compressFiles } from './compress-files.mjs';
import { sourceFingerprint } from './source-fingerprint.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', 'built-from');

// Taken before the build: a file saved meanwhile must count as not built yet.
const fingerprint = sourceFingerprint(root);
rmSync(stamp, { force: true });
mkdirSync(dirname(stamp), { recursive: true });
await buildWeb(root);
await buildServiceWorker(root);
await compressFiles(join(root, 'dist', 'web'));
await buildServer(root);
writeFileSync(stamp, fingerprint);
