import type { Page } from '@playwright/test';
import { pin } from '../e2e/harness/pin.ts';
import { percentiles } from './percentiles.ts';
import { markScript, waitForMarks } from './phone/page-marks.ts';
import { choosePin, signInOn } from './phone/phone-steps.ts';
import { logins, phoneStreet } from './phone/phone-street.ts';
import { createSlowPhone, slowDown, slowdown } from './phone/slow-phone.ts';
import { startLoadedServer } from './street/loaded-server.ts';

const starts = 3;
const visits = 15;
const words = ['王', '李秀', 'wxy', '602', '1号楼', '0001'];

/** Opens the app without a network on the slow processor and types the PIN, up to a usable Today. */
const warmStart = async (page: Page) => {
  await page.goto('/');
  await waitForMarks(page, 'lockShown');
  await page.getByLabel('PIN', { exact: true }).click();
  await page.keyboard.type(pin);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  return waitForMarks(page, 'keyOpen', 'usable');
};

const numberIn = (page: Page, name: string): Promise<number> => page.evaluate<number>(`window.${name}`);
const listIn = (page: Page, name: string): Promise<readonly number[]> => page.evaluate<number[]>(`window.${name}`);

/** Logs plain visits from Today; tells how many taps one took. */
const logVisits = async (page: Page): Promise<number> => {
  const before = await numberIn(page, 'benchTaps');
  for (let n = 0; n < visits; n += 1) {
    const saved = (await listIn(page, 'benchSaves')).length;
    await page.getByRole('main').getByRole('button', { name: /见到/ }).nth(n).click();
    for (let tries = 0; tries < 40 && (await listIn(page, 'benchSaves')).length === saved; tries += 1)
      await page.waitForTimeout(100);
  }
  return ((await numberIn(page, 'benchTaps')) - before) / visits;
};

const search = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link').nth(1).click();
  const field = page.getByRole('searchbox').first();
  for (const word of words) {
    await field.fill('');
    await page.waitForTimeout(400);
    await field.pressSequentially(word, { delay: 400 });
    await page.waitForTimeout(400);
  }
};

const { directory } = await phoneStreet();
const server = await startLoadedServer(directory);
const phone = createSlowPhone(server.origin, markScript);
let page = await phone.start();
await signInOn(page, logins.usual);
await choosePin(page);
await waitForMarks(page, 'usable', 'all');
await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
await page.waitForTimeout(3_000);

const [opening, unlocking, showing]: [number[], number[], number[]] = [[], [], []];
for (let start = 0; start < starts; start += 1) {
  await phone.close();
  page = await phone.start();
  await page.context().setOffline(true);
  await slowDown(page, { isNetworkSlow: false });
  const marks = await warmStart(page);
  opening.push(marks.lockShown);
  unlocking.push(marks.keyOpen - marks.pinTyped);
  showing.push(marks.usable - marks.keyOpen);
}
const tapsToOpen = await numberIn(page, 'benchTaps');
const taps = await logVisits(page);
const saves = await listIn(page, 'benchSaves');
await search(page);
const searches = await listIn(page, 'benchSearches');
await phone.remove();
await server.stop();

const whole = opening.map((ms, at) => ms + (showing[at] ?? 0));
console.log(
  `700 households, 2,500 people, 17,000 visits; no network, processor slowed down ${slowdown} times, ${starts} starts`,
);
console.log(`app to its lock                 ${percentiles(opening)}`);
console.log(`PIN to open keys (Argon2id)     ${percentiles(unlocking)}   (aim: < 1,500 ms)`);
console.log(`open keys to a usable Today     ${percentiles(showing)}`);
console.log(`warm start, both but the PIN    ${percentiles(whole)}   (aim: < 1,500 ms)`);
console.log(
  `plain visit from Today          ${taps} taps unlocked, ${taps + tapsToOpen} taps and ${pin.length} digits from the pocket (aim: <= 3 unlocked)`,
);
console.log(`tap to 已存手机 on the screen     ${percentiles(saves)}, ${saves.length} visits`);
console.log(
  `letter to drawn results         ${percentiles(searches)}, ${searches.length} letters (the search alone: npm run bench search)`,
);
