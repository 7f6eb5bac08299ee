import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filesBelow } from '../../tools/files-below.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['apps', 'packages', 'tests', 'tools']
  .flatMap((part) => filesBelow(`${root}${part}`))
  .map((path) => relative(root, path))
  .filter((path) => !/(^|\/)(dist|test-results)\//.test(path));
const sources = files.filter((path) => /\.(ts|tsx|mjs|css)$/.test(path));

/** Words that say nothing about what is inside, so that anything ends up there. */
const emptyWords = /(^|\/|-)(utils?|helpers?|common|misc|stuff|part-?\d)(-|\.|\/)/;

/** The public entries of the packages; anywhere else an index hides where a thing lives. */
const packageEntry = /^packages\/([^/]+\/src|sync\/src\/(merge|client|server))\/index\.ts$/;

test('source files and their folders have kebab-case names', () => {
  const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const offenders = sources.filter((path) => path.split('/').some((part) => !kebabCase.test(part.split('.')[0] ?? '')));
  expect(offenders).toEqual([]);
});

test('no file or folder is named for nothing', () => {
  expect(sources.filter((path) => emptyWords.test(path))).toEqual([]);
});

test('only a package has an index, as its public entry', () => {
  const indexes = sources.filter((path) => /(^|\/)index\.(ts|tsx|mjs)$/.test(path));
  expect(indexes.filter((path) => !packageEntry.test(path))).toEqual([]);
});

test('no source file is longer than 400 lines', () => {
  const long = sources.filter(
    (path) => !/\.test\.tsx?$|^tests\//.test(path) && readFileSync(`${root}${path}`, 'utf8').split('\n').length > 401,
  );
  expect(long).toEqual([]);
});

test('the root holds at most twenty entries', () => {
  const made = new Set(['node_modules', 'dist', 'data', 'test-results', 'playwright-report', '.cache', '.git', '~']);
  const entries = readdirSync(root).filter((name) => !made.has(name) && !name.endsWith('.log'));
  expect(entries.length).toBeLessThanOrEqual(20);
});
