import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** No work takes longer; an older mark names a number that somebody else has by now. */
const longestMs = 15 * 60_000;

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * Whether a mark was left by somebody who was killed at work: it would let nobody in.
 * @param {string} turn
 */
const isLeftBehind = (turn) => {
  try {
    const holder = Number(readFileSync(turn, 'utf8'));
    return (holder > 0 && !isAlive(holder)) || Date.now() - statSync(turn).mtimeMs > longestMs;
  } catch {
    return false;
  }
};

/**
 * Waits until nobody else does the same work on this checkout. The mark lies outside of it, because an install clears what lies inside.
 * @param {string} root
 * @param {string} work
 * @returns {Promise<() => void>} lets the next one in
 */
export const takeTurn = async (root, work) => {
  const turn = join(tmpdir(), `lianxin-${work}-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return () => rmSync(turn, { force: true });
    } catch {
      if (isLeftBehind(turn)) rmSync(turn, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
};
