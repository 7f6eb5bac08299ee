import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * @typedef {import('./verify-steps.mjs').Step} Step
 * @typedef {{ name: string, passed: boolean, output: string, seconds: number }} StepResult
 */

/**
 * @param {string} root
 * @param {Step} step
 * @returns {Promise<StepResult>}
 */
const runStep = async (root, { name, program, args }) => {
  const path = program === 'node' ? process.execPath : join(root, 'node_modules', '.bin', program);
  const started = performance.now();
  const { code, output } = await runCommand(path, args, { cwd: root });
  const seconds = (performance.now() - started) / 1000;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds.toFixed(1)} s`);
  return { name, passed: code === 0, output, seconds };
};

/**
 * Runs the steps, as many at a time as there are cores up to four, and prints one line for each as it ends.
 * @param {string} root
 * @param {readonly Step[]} steps
 * @returns {Promise<StepResult[]>}
 */
export const runSteps = async (root, steps) => {
  const waiting = [...steps];
  /** @type {StepResult[]} */
  const results = [];
  const isReady = (/** @type {Step} */ step) => !step.after || results.some((result) => result.name === step.after);
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  while (waiting.length > 0 || running.size > 0) {
    const index = running.size < Math.min(availableParallelism(), 4) ? waiting.findIndex(isReady) : -1;
    const [step] = index >= 0 ? waiting.splice(index, 1) : [];
    if (step) {
      const run = runStep(root, step).then((result) => {
        results.push(result);
        running.delete(run);
      });
      running.add(run);
    } else {
      await Promise.race(running);
    }
  }
  return results;
};
