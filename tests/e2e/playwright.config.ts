import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from './harness/chromium-options.ts';

const results = fileURLToPath(new URL('../../test-results', import.meta.url));

export default defineConfig({
  testDir: '.',
  // Pictures are for looking at and assert nothing.
  testIgnore: process.env['SCREENSHOTS'] === undefined ? ['screenshots.spec.ts'] : [],
  outputDir: `${results}/e2e`,
  // One server and one database per test file, three files at a time: much of a file is waiting. The limits leave room for neighbours on the same cores.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 150_000,
  expect: { timeout: 25_000 },
  reporter: [['line'], ['json', { outputFile: `${results}/e2e.json` }]],
  use: {
    ...devices['Pixel 7'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording every page costs a good part of the two cores; TRACE=yes records what is being looked into.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: chromiumOptions,
  },
});
