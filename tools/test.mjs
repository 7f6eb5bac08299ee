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
import { unitReport } from './verify-steps.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
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
  const checks = await runVerify();
  const browser = await runBrowserTests();
  return { passed: checks.passed + browser.passed, failed: checks.failed + browser.failed };
};

const { passed, failed } = await runEverything();
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
