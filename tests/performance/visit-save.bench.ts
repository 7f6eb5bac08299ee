import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findProgram } from '../../tools/find-program.mjs';
import config from '../e2e/visit-save-page/vite.config.ts';
import { percentile, percentiles } from './percentiles.ts';
import { slowdown } from './phone/slow-phone.ts';

const visits = 200;
const warmUp = 20;
const limitMs = 10;

await build(config);
const server = await preview(config);
const address = server.httpServer.address();
if (address === null || typeof address === 'string') throw new Error('the page has no port');
const page = `http://127.0.0.1:${address.port}/tests/e2e/visit-save-page/visit-save-page.html`;
const executablePath = process.env['CHROME_PATH'] ?? findProgram(['chromium', 'chromium-browser', 'google-chrome']);

type Durability = 'strict' | 'relaxed';

/** Saves visits, sealed, in a browser with a storage of its own on the disk; relaxed transactions return before the disk has them. */
const measure = async (durability: Durability, slowdown: number): Promise<readonly number[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    args: ['--headless', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  await context.addInitScript(
    `const open = IDBDatabase.prototype.transaction;
     IDBDatabase.prototype.transaction = function (stores, mode) {
       return open.call(this, stores, mode, { durability: '${durability}' });
     };`,
  );
  const opened = await context.newPage();
  await opened.goto(page);
  const session = await context.newCDPSession(opened);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const times = await opened.evaluate<number[]>(`saveVisits('${durability}', ${visits + warmUp})`);
  await context.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return times.slice(warmUp);
};

for (const slower of [1, slowdown]) {
  const strict = await measure('strict', slower);
  const relaxed = await measure('relaxed', slower);
  const ratio = (share: number): string => (percentile(strict, share) / percentile(relaxed, share)).toFixed(2);
  console.log(slower === 1 ? 'this machine’s processor' : `processor slowed down ${slower} times`);
  console.log(`sealed, durable visit (strict)   ${percentiles(strict)}   (aim: p95 < ${limitMs} ms)`);
  console.log(`the same, relaxed                ${percentiles(relaxed)}`);
  console.log(`strict / relaxed                 p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`);
}
await server.close();
