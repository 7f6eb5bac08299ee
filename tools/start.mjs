import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { nodeVersionProblem } from './node-version.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const problem = nodeVersionProblem(process.versions.node) ?? (await ensureInstalled(root)) ?? (await ensureBuilt(root));
if (problem) {
  console.error(problem);
  process.exit(1);
}

// In this same process, so that arguments, environment, terminal and signals are the server's own.
process.setSourceMapsEnabled(true);
await import(pathToFileURL(`${root}/dist/server/main.js`).href);
