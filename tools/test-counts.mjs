import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number } }} PlaywrightReport
 */

/**
 * @template Report
 * @param {string} path
 * @param {Report} empty what a missing or broken report counts as
 * @returns {Report}
 */
const readReport = (path, empty) => {
  if (!existsSync(path)) return empty;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return empty;
  }
};

/**
 * A suite that failed counts at least one failure, also where its report is missing or names none.
 * @param {Counts} counts
 * @param {boolean} suitePassed
 * @returns {Counts}
 */
const withSuite = ({ passed, failed }, suitePassed) => ({ passed, failed: suitePassed ? failed : Math.max(failed, 1) });

/**
 * Counts of a Vitest JSON report; a file that could not be loaded has no tests and counts as one failure.
 * @param {string} path
 * @param {boolean} suitePassed
 * @returns {Counts}
 */
export const vitestCounts = (path, suitePassed) => {
  /** @type {VitestReport} */
  const empty = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  const { numPassedTests, numFailedTests, testResults } = readReport(path, empty);
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return withSuite({ passed: numPassedTests, failed: numFailedTests + unloaded }, suitePassed);
};

/**
 * Counts of a Playwright JSON report. A flaky test is a failed one: nothing here is retried.
 * @param {string} path
 * @param {boolean} suitePassed
 * @returns {Counts}
 */
export const playwrightCounts = (path, suitePassed) => {
  /** @type {PlaywrightReport} */
  const empty = { stats: { expected: 0, unexpected: 0, flaky: 0 } };
  const { expected, unexpected, flaky } = readReport(path, empty).stats;
  return withSuite({ passed: expected, failed: unexpected + flaky }, suitePassed);
};
