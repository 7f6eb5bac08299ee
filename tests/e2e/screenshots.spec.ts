import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { build, preview } from 'vite';
import gallery from './gallery/vite.config.ts';
import { deskViewport, phoneViewport } from './harness/phone.ts';
import type { Stop } from './harness/tour.ts';
import { everyTour, startTour, type TourGuide } from './harness/tour-guide.ts';

// SCREENSHOTS names the folder for pictures of every page, to be looked at beside the drawings; without it this file is
// not run.
const folder = process.env['SCREENSHOTS'] ?? '';
/** SCREENSHOTS_ONLY narrows the pages to those whose names hold one of these texts, parted by commas. */
const only = (process.env['SCREENSHOTS_ONLY'] ?? '').split(',');

const isWanted = (name: string): boolean => only.some((text) => name.includes(text));

const looks = [
  { name: 'phone-light', viewport: phoneViewport, colorScheme: 'light' },
  { name: 'phone-dark', viewport: phoneViewport, colorScheme: 'dark' },
  { name: 'desk-light', viewport: deskViewport, colorScheme: 'light' },
  { name: 'desk-dark', viewport: deskViewport, colorScheme: 'dark' },
  { name: 'phone-large', viewport: phoneViewport, colorScheme: 'light' },
] as const;

const take = async (guide: TourGuide, page: Page, stop: Stop): Promise<void> => {
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await setLargeType(page, look.name === 'phone-large');
    await guide.lead(page, stop);
    await page.screenshot({ path: join(folder, `${stop.name}-${look.name}.png`) });
  }
  await setLargeType(page, false);
};

/** The page reads its setting when it starts, so a page that is open is told by the same mark. */
const setLargeType = (page: Page, isLarge: boolean): Promise<void> =>
  page.evaluate((large) => {
    if (large) document.documentElement.dataset['type'] = 'large';
    else delete document.documentElement.dataset['type'];
  }, isLarge);

test('every page has its picture taken', async () => {
  test.setTimeout(1_200_000);
  mkdirSync(folder, { recursive: true });
  const guide = await startTour();
  for (const [role, stops] of everyTour) {
    if (!stops.some(({ name }) => isWanted(name))) continue;
    const phone = await guide.start(role);
    for (const stop of stops.filter(({ name }) => isWanted(name))) {
      await take(guide, phone.page(), stop).catch((cause: unknown) => console.log(`${stop.name}: ${String(cause)}`));
    }
    await phone.remove();
  }
  await guide.end();
});

test('the swatch sheet has its picture taken', async ({ page }) => {
  if (!isWanted('swatches')) return;
  await build(gallery);
  const server = await preview(gallery);
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port');
  await page.setViewportSize(deskViewport);
  await page.goto(`http://127.0.0.1:${address.port}/tests/e2e/gallery/gallery.html?page=swatches&theme=light`);
  await page.locator('h1').waitFor();
  await page.screenshot({ path: join(folder, 'swatches.png'), fullPage: true });
  await server.close();
});
