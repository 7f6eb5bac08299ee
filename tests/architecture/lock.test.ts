import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lockProblems } from '../../tools/lock-problems.mjs';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const lock = read('package-lock.json');
const manifest = read('package.json');

test('the lock installs with npm ci on every system', () => {
  expect(lockProblems(lock, manifest)).toEqual([]);
});

test('the lock pins every package', () => {
  const entries = Object.entries<{ version?: string; link?: boolean }>(lock.packages);
  expect(entries.filter(([, entry]) => !entry.link && !entry.version)).toEqual([]);
});

test('a lock without a platform package, with a foreign address or an undecided script is refused', () => {
  const packages = {
    'node_modules/better-sqlite3': { version: '13.2.0', hasInstallScript: true },
    'node_modules/tool': { version: '1.0.0', optionalDependencies: { 'tool-darwin': '1.0.0', 'tool-linux': '1.0.0' } },
    'node_modules/tool/node_modules/tool-linux': { version: '1.0.0', resolved: 'https://example.org/tool.tgz' },
  };
  expect(lockProblems({ packages }, { engines: { node: '>=20.19' } })).toEqual([
    'node_modules/tool 1.0.0: its optional package tool-darwin is not in the lock',
    'node_modules/tool/node_modules/tool-linux: the lock names the place it was fetched from',
    'node_modules/better-sqlite3: has an install script that allowScripts in package.json neither allows nor forbids',
    'better-sqlite3 13.2.0 does not run on Node 20',
  ]);
});
