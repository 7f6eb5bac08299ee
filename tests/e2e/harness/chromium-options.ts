import type { LaunchOptions } from '@playwright/test';

const executablePath = process.env['CHROME_PATH'];
const isRoot = process.getuid?.() === 0;

/** How every Chromium of the tests is started, the one of a test's own page and the phones' alike. */
export const chromiumOptions = {
  ...(executablePath ? { executablePath } : {}),
  // The browser's own words, such as those of a date field, follow the environment and not the page's locale.
  env: { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' },
  args: [
    '--headless',
    // Chromium's sandbox refuses to run as root.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
} satisfies LaunchOptions;
