import type { LaunchOptions } from '@playwright/test';
import { findProgram } from '../../../tools/find-program.mjs';

const executablePath = process.env['CHROME_PATH'] ?? findProgram(['chromium', 'chromium-browser', 'google-chrome']);
const isRoot = process.getuid?.() === 0;

/** How every Chromium of the tests is started, the one of a test's own page and the phones' alike. */
export const chromiumOptions = {
  ...(executablePath ? { executablePath } : {}),
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
