import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { nodeVersionProblem } from './node-version.mjs';

/**
 * Runs a command of the server in this process. What works beside a running server takes the build that is there: a new
 * one would take the files away from under the server. What needs the server stopped builds first, as a start does.
 * @param {string} name of a file in apps/api/src/commands
 * @param {{ besideServer: boolean }} options
 */
export const runServerCommand = async (name, { besideServer }) => {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const program = join(root, 'dist', 'server', `${name}.js`);
  const isReady = besideServer && existsSync(program);
  const problem =
    nodeVersionProblem(process.versions.node) ??
    (isReady ? undefined : ((await ensureInstalled(root)) ?? (await ensureBuilt(root))));
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
};
