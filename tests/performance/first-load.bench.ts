import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstLoad, firstLoadLimitBytes } from '../../tools/first-load.mjs';
import { builtAppFolder } from '../e2e/harness/app-folder.ts';
import { createPhone } from '../e2e/harness/phone.ts';
import { startServer } from '../e2e/harness/running-server.ts';
import { acceptInvitation } from '../e2e/harness/sign-in-steps.ts';
import { setPin } from '../e2e/harness/unlock-steps.ts';

const scripts = firstLoad(join(resolve(await builtAppFolder()), 'dist', 'web'));
const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
const kilobytes = (value: number): string => `${(value / 1024).toFixed(1)} KB`;
for (const script of scripts) console.log(`${script.script} ${kilobytes(script.bytes)}`);
console.log(
  `first load ${kilobytes(bytes)} gzip of ${kilobytes(firstLoadLimitBytes)}, ratio ${(bytes / firstLoadLimitBytes).toFixed(2)}`,
);

// The whole way of somebody new, as a browser asks for it: sign-in, PIN, walk, up to a usable Today. The precache of the service worker comes after it.
const server = await startServer();
const phone = createPhone(server.origin, { typesPins: false });
const asked = new Set<string>();
await phone.open('/healthz');
phone.context().on('response', (response) => {
  const { pathname } = new URL(response.url());
  const isPrecache = response.request().serviceWorker() !== null;
  if (pathname.endsWith('.js') && !isPrecache) asked.add(pathname);
});
const page = await acceptInvitation(phone, server.invitation('网格员'), 'wangfang');
await setPin(page);
// The walk of somebody new, or Today: the first page with records behind it.
await page.waitForURL(/\/(today|welcome)$/);
await page.getByRole('heading', { level: 1 }).waitFor();
const scriptsOnTheWay = [...asked];
const web = join(resolve(await builtAppFolder()), 'dist', 'web');
const wholeWay = scriptsOnTheWay.reduce(
  (all, path) => all + gzipSync(readFileSync(join(web, path)), { level: 9 }).length,
  0,
);
console.log(
  `up to Today ${kilobytes(wholeWay)} gzip in ${scriptsOnTheWay.length} scripts, sign-in, PIN and its stretching among them`,
);
await phone.remove();
await server.remove();
