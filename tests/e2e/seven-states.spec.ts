import { expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { type Status, statuses } from '../../apps/web/src/ui/status.ts';
import config from './gallery/vite.config.ts';

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

/** What is left of a cell when nobody can read: its ground, its border and its sign. */
const words = '[data-door-id] > span:first-child, [data-door-id] span > span';

/** What the gallery calls the states aloud. */
const spoken: Readonly<Record<Status, string>> = {
  overdue: '逾期',
  due: '该去了',
  soon: '快到期',
  nobodyHome: '无人',
  refused: '拒访',
  vacant: '空置',
  done: '已访',
};

const cellOf = (page: Page, status: Status) =>
  page.getByRole('button', { name: new RegExp(`,${spoken[status]},`) }).first();

/** A quarter of the way from black to white: seen in sunlight by anybody who sees the cell at all. */
const clearly = 64;
/** A stroke of a sign, at the pixels of a usual phone. */
const leastPixels = 24;

/** Counts the pixels in which two pictures clearly differ once their colours are gone; runs in the page. */
const countDifferent = async ([one, other, least]: readonly [string, string, number]): Promise<number> => {
  const greysOf = async (picture: string): Promise<readonly number[]> => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 200 });
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser does not draw');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, 240, 200);
    return Array.from(
      { length: data.length / 4 },
      (_, at) => 0.2126 * (data[at * 4] ?? 0) + 0.7152 * (data[at * 4 + 1] ?? 0) + 0.0722 * (data[at * 4 + 2] ?? 0),
    );
  };
  const [a, b] = [await greysOf(one), await greysOf(other)];
  return a.filter((grey, at) => Math.abs(grey - (b[at] ?? 0)) > least).length;
};

for (const look of ['theme=light', 'theme=dark', 'contrast=more&theme=light', 'contrast=more&theme=dark']) {
  test(`the seven states of a door are told apart without colours and without words, in ${look}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${origin}/tests/e2e/gallery/gallery.html?page=matrix&${look}`);
    await page.locator('h1').waitFor();
    await page.locator(words).evaluateAll((all) => {
      for (const one of all) if (one instanceof HTMLElement) one.style.visibility = 'hidden';
    });
    // Pictures are compared on a page of their own: the app's lets none in from elsewhere.
    const desk = await page.context().newPage();
    const pictures: [string, string][] = [];
    for (const status of statuses)
      pictures.push([status, (await cellOf(page, status).screenshot()).toString('base64')]);
    for (const [index, [first, one]] of pictures.entries()) {
      for (const [second, other] of pictures.slice(index + 1)) {
        const different = await desk.evaluate(countDifferent, [one, other, clearly] as const);
        expect(different, `${first} and ${second}`).toBeGreaterThan(leastPixels);
      }
    }
  });
}
