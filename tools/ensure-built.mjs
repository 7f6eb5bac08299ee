import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { sourceFingerprint } from './source-fingerprint.mjs';
import { takeTurn } from './take-turn.mjs';

/** @param {string} root */
const isBuilt = (root) => {
  const stamp = join(root, 'dist', 'built-from');
  if (!existsSync(stamp) || !existsSync(join(root, 'dist', 'server', 'main.js'))) return false;
  return readFileSync(stamp, 'utf8') === sourceFingerprint(root);
};

/**
 * Builds the PWA and the server unless dist/ already holds a build of exactly these sources. The build runs in its own
 * process, so that the server which starts next inherits neither its memory nor its NODE_ENV.
 * @param {string} root
 * @returns {Promise<string | undefined>} what is wrong, in plain words
 */
export const ensureBuilt = async (root) => {
  if (isBuilt(root)) return undefined;
  // Test files side by side may find the same old build.
  const end = await takeTurn(root, 'build');
  try {
    if (isBuilt(root)) return undefined;
    console.log('Building …');
    const { code, output } = await runCommand(process.execPath, [join(root, 'tools', 'build.mjs')], { cwd: root });
    if (code === 0) return undefined;
    console.error(output);
    return 'The build failed; the messages above say why.';
  } finally {
    end();
  }
};
