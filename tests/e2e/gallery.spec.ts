import { expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import config from './gallery/vite.config.ts';
import { expectFits, expectNoBarriers } from './harness/accessibility.ts';

let server: PreviewServer;
let origin = '';

test.beforeAll(async () => {
  await build(config);
  server = await preview(config);
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port');
  origin = `http://127.0.0.1:${address.port}`;
});

test.afterAll(async () => {
  await server.close();
});

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };

const looks = [
  { name: 'light', query: 'theme=light' },
  { name: 'dark', query: 'theme=dark' },
  { name: 'bigger type', query: 'type=bigger' },
  { name: 'large type', query: 'type=large' },
  { name: 'clear light', query: 'contrast=more&theme=light' },
  { name: 'clear dark', query: 'contrast=more&theme=dark' },
];

const open = async (page: Page, query: string): Promise<readonly string[]> => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}/tests/e2e/gallery/gallery.html?${query}`);
  await page.locator('h1').waitFor();
  return complaints;
};

const pages = [
  ...['matrix', 'village', 'household', 'visit', 'help', 'parts'].map((name) => ({ name, viewport: phone })),
  ...['desk', 'imports', 'swatches'].map((name) => ({ name, viewport: desk })),
  { name: 'desk', viewport: phone },
];

for (const { name, viewport } of pages) {
  for (const look of looks) {
    test(`${name} at ${viewport.width} px in ${look.name} is accessible and no wider than the screen`, async ({
      page,
    }) => {
      await page.setViewportSize(viewport);
      const complaints = await open(page, `page=${name}&${look.query}`);
      await expectNoBarriers(page);
      await expectFits(page);
      expect(complaints).toEqual([]);
    });
  }
}

test('the arrow keys walk the stairwell and Enter chooses a door', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, 'page=matrix');
  await page.getByRole('button', { name: '602' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: '503' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: '503' })).toBeVisible();
});

test('a sheet takes the focus, closes with Escape and gives the focus back', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, 'page=matrix');
  const other = page.getByRole('button', { name: '其他', exact: false });
  await other.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading')).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(other).toBeFocused();
});

test('a toast is said aloud and its action takes back what was done', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, 'page=matrix');
  await page.getByRole('button', { name: '见到' }).click();
  await expect(page.getByRole('status')).toContainText('已存手机');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('region', { name: '602' })).toBeVisible();
});

test('a single choice among chips can be taken back', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, 'page=visit');
  const chip = page.getByRole('radio', { name: '都没变' });
  await chip.check();
  await expect(chip).toBeChecked();
  await chip.click();
  await expect(chip).not.toBeChecked();
});

test('what is chosen stands out also where the system chooses the colours', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'page=visit');
  const faces = page.locator('label:has(input[type="radio"])');
  const groundOf = (index: number) =>
    faces
      .nth(index)
      .locator('span')
      .evaluate((face) => getComputedStyle(face).backgroundColor);
  await faces.nth(0).click();
  expect(await groundOf(0)).not.toBe(await groundOf(1));
});

test('nothing moves for whoever asked for less motion', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'page=matrix');
  await page.getByRole('button', { name: '其他', exact: false }).click();
  const durations = await page.evaluate(() =>
    document.getAnimations().map((animation) => animation.effect?.getComputedTiming().duration),
  );
  expect(durations.filter((duration) => duration !== 0)).toEqual([]);
});

test('large type is 30 px, and everything on the visit form that can be pressed is 60 px high', async ({ page }) => {
  await page.setViewportSize(phone);
  await open(page, 'page=visit&type=large');
  expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(
    30,
  );
  const heights = await page
    .locator('button, label:has(input), textarea')
    .evaluateAll((elements) => elements.map((element) => Math.round(element.getBoundingClientRect().height)));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(60);
});
