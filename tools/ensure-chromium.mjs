import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canAptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { runCommand } from './run-command.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * A Chromium for the end-to-end tests: CHROME_PATH, then PATH, then the Debian package when root, and Playwright's own
 * download last.
 * @param {string} root
 * @returns {Promise<{ path: string | undefined } | { problem: string }>} no path: Playwright finds its own
 */
export const ensureChromium = async (root) => {
  const named = process.env['CHROME_PATH'];
  if (named)
    return existsSync(named) ? { path: named } : { problem: `CHROME_PATH names ${named}, which is not there.` };
  const present = findProgram(programs);
  if (present) return { path: present };
  if (canAptInstall() && (await aptInstall(['chromium']))) {
    const installed = findProgram(programs);
    if (installed) return { path: installed };
  }
  console.log("Downloading Playwright's Chromium …");
  const { code, output } = await runCommand(join(root, 'node_modules', '.bin', 'playwright'), ['install', 'chromium']);
  if (code === 0) return { path: undefined };
  console.error(output);
  return { problem: 'No Chromium was found and none could be installed. Install one and name it in CHROME_PATH.' };
};

/** Installs a Chinese font where the machine has none: without one the pages under test show boxes. */
export const ensureChineseFont = async () => {
  const { code, output } = await runCommand('fc-list', [':lang=zh']);
  if (code === 0 && output.trim() !== '') return;
  if (canAptInstall()) await aptInstall(['fonts-noto-cjk']);
  else console.log('No Chinese font is installed; screenshots will show boxes.');
};
