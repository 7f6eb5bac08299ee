import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below.mjs';

/**
 * A fingerprint of everything the build reads. Contents, not times: a copy or a checkout changes times for nothing.
 * @param {string} root
 */
export const sourceFingerprint = (root) => {
  const hash = createHash('sha256');
  const parts = ['apps', 'packages', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
  const builders = readdirSync(join(root, 'tools')).filter((name) => name.startsWith('build'));
  const paths = [...parts, ...builders.sort().map((name) => join('tools', name))];
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};
