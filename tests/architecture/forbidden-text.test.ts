import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filesBelow } from '../../tools/files-below.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What git ignores. Git itself is not asked: it refuses a checkout that belongs to another user. */
const made = new Set(['.git', 'node_modules', 'dist', 'data', '.cache', 'test-results', 'playwright-report', '~']);

/** The text files of the repository; pictures and workbooks are not text. */
const textFiles = readdirSync(root)
  .filter((name) => !made.has(name) && !name.endsWith('.log'))
  .flatMap((name) => filesBelow(`${root}${name}`))
  .map((path) => relative(root, path))
  .filter((path) => !/\.(png|jpe?g|webp|ico|woff2?|xlsx?|gz)$/.test(path));

/** Lines of the repository that match, written as path:line. Patterns are split so that this file does not match. */
const linesMatching = (pattern: RegExp): string[] =>
  textFiles.flatMap((path) =>
    readFileSync(`${root}${path}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );

test('no file names a package registry host', () => {
  const hosts = [
    'registry\\.np' + 'mjs',
    'npm' + 'mirror',
    'regis' + 'try\\.yarnpkg',
    'arti' + 'factory',
    'ver' + 'daccio',
  ];
  expect(linesMatching(new RegExp(hosts.join('|'), 'i'))).toEqual([]);
});

test('no file names a path of somebody’s machine', () => {
  const paths = ['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/[a-z]', '/Us' + 'ers/', 'C:\\\\Us' + 'ers'];
  expect(linesMatching(new RegExp(paths.map((path) => `(^|[^\\w.])${path}`).join('|')))).toEqual([]);
});

test('no source file silences a check', () => {
  const silencers = ['biome-' + 'ignore', '@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck'];
  expect(linesMatching(new RegExp(silencers.join('|')))).toEqual([]);
});
