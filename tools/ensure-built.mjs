import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { sourceFingerprint } from './source-fingerprint.mjs';

/** @param {string} root */
const isBuilt = (root) => {
  const stamp = join(root, 'dist', 'built-from');
  if (!existsSync(stamp) || !existsSync(join(root, 'dist', 'server', 'main.js'))) return false;
  return readFileSync(stamp, 'utf8') === sourceFingerprint(root);
};

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Waits until nobody else builds here: test files side by side may find the same old build.
 * @param {string} root
 * @returns {Promise<() => void>} lets the next one in
 */
const takeTurn = async (root) => {
  const turn = join(root, 'node_modules', '.building');
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return () => rmSync(turn, { force: true });
    } catch {
      const holder = existsSync(turn) ? Number(readFileSync(turn, 'utf8')) : 0;
      // One that was killed while building lets nobody in.
      if (holder > 0 && !isAlive(holder)) rmSync(turn, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
};

/**
 * Builds the PWA and the server unless dist/ already holds a build of exactly these sources. The build runs in its own
 * process, so that the server which starts next inherits neither its memory nor its NODE_ENV.
 * @param {string} root
 * @returns {Promise<string | undefined>} what is wrong, in plain words
 */
export const ensureBuilt = async (root) => {
  if (isBuilt(root)) return undefined;
  const end = await takeTurn(root);
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
