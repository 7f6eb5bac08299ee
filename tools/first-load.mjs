import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a phone may download before it shows its first page: gzip'd JavaScript, the desk's lazy pages not counted. */
export const firstLoadLimitBytes = 200 * 1024;

/**
 * The scripts that a page loads before anything happens: its own, those it preloads, and what they import statically.
 * @param {string} webFolder a built PWA
 * @returns {string[]} paths below the folder
 */
const firstLoadScripts = (webFolder) => {
  const html = readFileSync(join(webFolder, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="\/([^"]+\.js)"/g)].map(
    (match) => match[1] ?? '',
  );
  /** @type {Set<string>} */
  const seen = new Set();
  for (const script of waiting) {
    if (seen.has(script)) continue;
    seen.add(script);
    const source = readFileSync(join(webFolder, script), 'utf8');
    // In a built file a static import is `from"./x.js"` or `import"./x.js"`; a lazy one has a parenthesis.
    for (const match of source.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
      waiting.push(posix.join(posix.dirname(script), match[1] ?? ''));
    }
  }
  return [...seen];
};

/**
 * @param {string} webFolder
 * @returns {{ script: string, bytes: number }[]} the gzip'd size of each script of the first load
 */
export const firstLoad = (webFolder) =>
  firstLoadScripts(webFolder).map((script) => ({
    script,
    bytes: gzipSync(readFileSync(join(webFolder, script)), { level: 9 }).length,
  }));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const scripts = firstLoad(join(root, 'dist', 'web'));
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  for (const script of scripts) console.log(`${script.script} ${(script.bytes / 1024).toFixed(1)} KB`);
  console.log(`first load ${(bytes / 1024).toFixed(1)} KB gzip of ${firstLoadLimitBytes / 1024} KB`);
  process.exitCode = scripts.length > 0 && bytes <= firstLoadLimitBytes ? 0 : 1;
}
