import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStreet } from './build-street.ts';
import type { Street } from './street.ts';

/** Is where one run's streets lie: in the folder that the run names, which it removes at its end, or in one of this bench's own. */
const named = process.env['BENCH_FOLDER'];
/** The folder of this run. */
export const folder = named ?? mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
if (named === undefined) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Gives a street of some communities, which the benches of one run share. */
export const benchStreet = async (
  communities: number,
): Promise<{ readonly directory: string; readonly street: Street }> => {
  const directory = join(folder, `street-${communities}`);
  mkdirSync(directory, { recursive: true });
  const start = performance.now();
  const street = await buildStreet(directory, communities);
  const seconds = (performance.now() - start) / 1_000;
  if (seconds > 1) console.log(`loaded ${communities} of 10 communities in ${seconds.toFixed(0)} s`);
  return { directory, street };
};
