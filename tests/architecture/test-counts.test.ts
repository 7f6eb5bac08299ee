import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeVersionProblem } from '../../tools/node-version.mjs';
import { playwrightCounts, vitestCounts } from '../../tools/test-counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lianxin-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (content: unknown): string => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};

test('a test file that cannot be loaded counts as one failure', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const path = report({ numPassedTests: 7, numFailedTests: 1, testResults: [unloaded] });
  expect(vitestCounts(path, false)).toEqual({ passed: 7, failed: 2 });
});

test('a flaky browser test counts as failed', () => {
  const path = report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(playwrightCounts(path, false)).toEqual({ passed: 3, failed: 2 });
});

test('a suite that ends badly without naming a failure counts as one', () => {
  expect(vitestCounts(join(folder, 'missing.json'), false)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCounts(report({ stats: { expected: 3, unexpected: 0, flaky: 0 } }), false).failed).toBe(1);
});

test('a Node older than the pinned packages need is named in plain words', () => {
  expect(nodeVersionProblem('18.20.0')).toContain('Node 18.20.0');
  expect(nodeVersionProblem('20.18.3')).toContain('20.19');
  expect(['20.19.0', '22.0.0', '24.1.0'].map(nodeVersionProblem)).toEqual([undefined, undefined, undefined]);
});
