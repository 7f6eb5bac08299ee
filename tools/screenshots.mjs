import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChineseFont, ensureChromium } from './ensure-chromium.mjs';
import { runCommand } from './run-command.mjs';

// Takes pictures of every page, or of those whose names hold a word given here, to be looked at.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'test-results', 'screenshots');

const chromium = await ensureChromium(root);
if ('problem' in chromium) {
  console.error(chromium.problem);
  process.exit(1);
}
await ensureChineseFont();
const words = process.argv.slice(2);
const { code } = await runCommand(
  process.execPath,
  [
    join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    join(root, 'tests', 'e2e', 'playwright.config.ts'),
    'screenshots',
  ],
  {
    cwd: root,
    env: {
      ...process.env,
      ...(chromium.path === undefined ? {} : { CHROME_PATH: chromium.path }),
      SCREENSHOTS: process.env['SCREENSHOTS'] ?? folder,
      SCREENSHOTS_ONLY: words.join(','),
    },
    show: true,
  },
);
console.log(`Pictures are in ${process.env['SCREENSHOTS'] ?? folder}`);
process.exitCode = code;
