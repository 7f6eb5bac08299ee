import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.mjs';

/**
 * One check: a program of node_modules/.bin or a script of tools/, and the step whose result it needs.
 * @typedef {{ name: string, program: string, args: string[], after?: string }} Step
 */

/** Where the unit tests leave their counts, below the root. */
export const unitReport = 'test-results/unit.json';

/**
 * The arguments with which Vitest runs one project and leaves its counts in a report.
 * @param {string} root
 * @param {'unit' | 'slow'} project
 * @param {string} report below the root
 */
export const vitestArguments = (root, project, report) => [
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(root, report)}`,
];

/**
 * The compiler projects that have something to compile.
 * @param {string} root
 */
const compilerProjects = (root) => {
  const workspaces = ['apps', 'packages'].flatMap((part) =>
    readdirSync(join(root, part)).map((name) => `${part}/${name}`),
  );
  const withSource = workspaces.filter((path) =>
    filesBelow(join(root, path, 'src')).some((file) => /\.tsx?$/.test(file)),
  );
  const worker = 'apps/web/tsconfig.worker.json';
  const hasWorker = existsSync(join(root, 'apps/web/src/app/service-worker.ts'));
  return [...withSource, ...(hasWorker ? [worker] : []), 'tests', 'tests/e2e', 'tools'];
};

/**
 * Every check of `npm run verify`, the long ones first, so that two at a time end together.
 * @param {string} root
 * @returns {Step[]}
 */
export const verifySteps = (root) => [
  { name: 'unit', program: 'vitest', args: vitestArguments(root, 'unit', unitReport) },
  { name: 'build', program: 'node', args: ['tools/build.mjs'] },
  ...compilerProjects(root).map((project) => ({ name: `types ${project}`, program: 'tsc', args: ['-p', project] })),
  { name: 'dead code', program: 'knip', args: ['--config', 'tools/knip.json', '--no-config-hints'] },
  { name: 'format', program: 'biome', args: ['format', '--max-diagnostics=200', '.'] },
  { name: 'lint', program: 'biome', args: ['lint', '--max-diagnostics=200', '--error-on-warnings', '.'] },
  { name: 'boundaries', program: 'node', args: ['tools/check-imports.mjs'] },
  { name: 'budgets', program: 'node', args: ['tools/first-load.mjs'], after: 'build' },
];
