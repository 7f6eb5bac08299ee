import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSteps } from './run-steps.mjs';
import { unitReport, verifySteps } from './verify-steps.mjs';

/**
 * Runs every check that needs no browser and shows all output of those that fail.
 * @param {string} root
 */
export const verify = async (root) => {
  const started = performance.now();
  rmSync(join(root, unitReport), { force: true });
  const results = await runSteps(root, verifySteps(root));
  for (const { name, output } of results.filter((result) => !result.passed)) {
    console.log(`\n--- ${name}\n${output}`);
  }
  const size = results
    .find((result) => result.name === 'budgets')
    ?.output.trim()
    .split('\n')
    .at(-1);
  if (size) console.log(size);
  const failed = results.filter((result) => !result.passed).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`verify: ${results.length - failed} of ${results.length} checks passed in ${seconds} s`);
  return results;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const results = await verify(root);
  process.exitCode = results.every((result) => result.passed) ? 0 : 1;
}
