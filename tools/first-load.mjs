import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a phone may download before it shows its first page: gzip'd JavaScript, the desk's lazy pages not counted. */
export const firstLoadLimitBytes = 200 * 1024;

// In a built file a static import is `from"./x.js"` or `import"./x.js"`; a lazy one has a parenthesis.
const staticImport = /(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g;
const lazyImport = /import\(\s*["'`](\.[^"'`]+\.js)["'`]\s*\)/g;

/**
 * The scripts of a built PWA that some scripts bring with them, themselves included.
 * @param {string} webFolder
 * @param {readonly string[]} scripts paths below the folder
 * @returns {string[]}
 */
const broughtBy = (webFolder, scripts) => {
  const found = new Set(scripts);
  for (const script of found) for (const imported of importsOf(webFolder, script, staticImport)) found.add(imported);
  return [...found];
};

/**
 * @param {string} webFolder
 * @param {string} script
 * @param {RegExp} pattern
 */
const importsOf = (webFolder, script, pattern) =>
  [...readFileSync(join(webFolder, script), 'utf8').matchAll(pattern)].map((match) =>
    posix.join(posix.dirname(script), match[1] ?? ''),
  );

/**
 * The scripts that a page loads before it shows anything: its own, those it preloads, what they import, and the words of
 * one language, which its own script fetches: the longest are counted.
 * @param {string} webFolder a built PWA
 * @returns {{ script: string, bytes: number }[]} the gzip'd size of each script of the first load
 */
export const firstLoad = (webFolder) => {
  const html = readFileSync(join(webFolder, 'index.html'), 'utf8');
  /** @param {RegExp} tag */
  const named = (tag) => [...html.matchAll(tag)].map((match) => match[1] ?? '');
  const own = named(/<script[^>]*src="\/([^"]+\.js)"/g);
  const scripts = broughtBy(webFolder, [...own, ...named(/<link[^>]*href="\/([^"]+\.js)"/g)]);
  /** @param {readonly string[]} list */
  const measured = (list) =>
    list.map((script) => ({
      script,
      bytes: gzipSync(readFileSync(join(webFolder, script)), { level: 9 }).length,
    }));
  const languages = own
    .flatMap((script) => importsOf(webFolder, script, lazyImport))
    .filter((script) => !scripts.includes(script))
    .map((script) => measured(broughtBy(webFolder, [script]).filter((brought) => !scripts.includes(brought))));
  const longest = languages.sort((a, b) => sum(b) - sum(a))[0] ?? [];
  return [...measured(scripts), ...longest];
};

/** @param {readonly { bytes: number }[]} scripts */
const sum = (scripts) => scripts.reduce((bytes, script) => bytes + script.bytes, 0);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const scripts = firstLoad(join(root, 'dist', 'web'));
  const bytes = sum(scripts);
  for (const script of scripts) console.log(`${script.script} ${(script.bytes / 1024).toFixed(1)} KB`);
  console.log(`first load ${(bytes / 1024).toFixed(1)} KB gzip of ${firstLoadLimitBytes / 1024} KB`);
  process.exitCode = scripts.length > 0 && bytes <= firstLoadLimitBytes ? 0 : 1;
}
