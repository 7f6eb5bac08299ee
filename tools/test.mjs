import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChineseFont, ensureChromium } from './ensure-chromium.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { filesBelow } from './files-below.mjs';
import { installEnvironment } from './install-environment.mjs';
import { nodeVersionProblem } from './node-version.mjs';
import { runCommand } from './run-command.mjs';
import { playwrightCounts, vitestCounts } from './test-counts.mjs';
import { unitReport, vitestArguments } from './verify-steps.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const slowReport = 'test-results/slow.json';
const browserReport = join(root, 'test-results', 'e2e.json');
process.chdir(root);

/**
 * Each check of verify counts as one, except the unit tests, which count each.
 * @returns {Promise<Counts>}
 */
const runVerify = async () => {
  const { verify } = await import('./verify.mjs');
  const results = await verify(root);
  const checks = results.filter((result) => result.name !== 'unit');
  const unitPassed = results.some((result) => result.name === 'unit' && result.passed);
  const unit = vitestCounts(join(root, unitReport), unitPassed);
  const failed = checks.filter((result) => !result.passed).length;
  return { passed: unit.passed + checks.length - failed, failed: unit.failed + failed };
};

/**
 * Simulator, kills, power cuts: minutes of work that the loop of verify does without.
 * @returns {Promise<Counts>}
 */
const runSlowTests = async () => {
  rmSync(join(root, slowReport), { force: true });
  const program = join(root, 'node_modules', '.bin', 'vitest');
  const { code } = await runCommand(program, vitestArguments(root, 'slow', slowReport), { cwd: root, show: true });
  return vitestCounts(join(root, slowReport), code === 0);
};

/** @returns {Promise<Counts>} */
const runBrowserTests = async () => {
  if (!filesBelow(join(root, 'tests', 'e2e')).some((file) => file.endsWith('.spec.ts')))
    return { passed: 0, failed: 0 };
  const chromium = await ensureChromium(root);
  if ('problem' in chromium) {
    console.error(chromium.problem);
    return { passed: 0, failed: 1 };
  }
  await ensureChineseFont();
  rmSync(browserReport, { force: true });
  const env = { ...installEnvironment(root), ...(chromium.path ? { CHROME_PATH: chromium.path } : {}) };
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts'];
  const program = join(root, 'node_modules', '.bin', 'playwright');
  const { code } = await runCommand(program, args, { cwd: root, env, show: true });
  return playwrightCounts(browserReport, code === 0);
};

/** @returns {Promise<Counts>} */
const runEverything = async () => {
  const problem = nodeVersionProblem(process.versions.node) ?? (await ensureInstalled(root));
  if (problem) {
    console.error(problem);
    return { passed: 0, failed: 1 };
  }
  mkdirSync(join(root, 'test-results'), { recursive: true });
  // One after another: suites side by side would share two cores and time out.
  const suites = [await runVerify(), await runSlowTests(), await runBrowserTests()];
  const sum = (/** @type {keyof Counts} */ key) => suites.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
};

const { passed, failed } = await runEverything();
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
