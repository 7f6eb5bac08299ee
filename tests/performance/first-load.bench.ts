import { join, resolve } from 'node:path';
import { firstLoad, firstLoadLimitBytes } from '../../tools/first-load.mjs';
import { builtAppFolder } from '../e2e/harness/app-folder.ts';

const scripts = firstLoad(join(resolve(await builtAppFolder()), 'dist', 'web'));
const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
const kilobytes = (value: number): string => `${(value / 1024).toFixed(1)} KB`;
for (const script of scripts) console.log(`${script.script} ${kilobytes(script.bytes)}`);
console.log(
  `first load ${kilobytes(bytes)} gzip of ${kilobytes(firstLoadLimitBytes)}, ratio ${(bytes / firstLoadLimitBytes).toFixed(2)}`,
);
