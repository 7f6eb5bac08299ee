import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectFits } from './harness/accessibility.ts';
import type { Phone } from './harness/phone.ts';
import { everyTour, startTour, type TourGuide } from './harness/tour-guide.ts';
import { turnTo } from './harness/turn-to.ts';

let guide: TourGuide;

test.beforeAll(async () => {
  guide = await startTour();
});

test.afterAll(async () => {
  await guide.end();
});

for (const [role, stops] of everyTour) {
  test.describe(`as ${role}`, () => {
    let phone: Phone;

    test.beforeAll(async () => {
      phone = await guide.start(role);
    });

    test.afterAll(async () => {
      await phone.remove();
      expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
    });

    for (const stop of stops) {
      test(`${stop.name} meets WCAG 2.2 AA in light and dark and is no wider than the screen`, async () => {
        await guide.lead(phone.page(), stop);
        await expectAccessible(phone.page());
      });
    }

    if (role !== 'admin') {
      test('large type is kept, and no page becomes wider than the screen', async () => {
        const page = phone.page();
        if (role === 'nobody') await page.evaluate(() => localStorage.setItem('lianxin.typeSize', 'large'));
        else {
          await turnTo(page, '/mine');
          await page.getByRole('radio', { name: '特大' }).check();
        }
        await page.reload();
        await expect(page.locator('html')).toHaveAttribute('data-type', 'large');
        for (const stop of stops) {
          await guide.lead(page, stop);
          await expectFits(page);
        }
      });
    }
  });
}

const features = join(import.meta.dirname, '../../apps/web/src/features');

/** The address patterns that the features list, as regular expressions; a path is written out only in its routes. */
const listedPatterns = (): readonly string[] =>
  readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('routes.tsx'))
    .flatMap((file) => [...readFileSync(join(features, file), 'utf8').matchAll(/path: '([^']+)'/g)])
    .map((match) => match[1] ?? '');

test('every page that a feature lists is a stop of a tour', () => {
  const nowhere = { get: () => 'an-id' };
  const ids = new Proxy({} as Parameters<(typeof everyTour)[number][1][number]['path']>[0], nowhere);
  const shown = everyTour.flatMap(([, stops]) => stops.map((stop) => stop.path(ids).split(/[?#]/)[0] ?? ''));
  const missing = listedPatterns().filter((pattern) => {
    const exact = new RegExp(`^${pattern.replace(/\/:[a-zA-Z]+\?/g, '(/[^/]+)?').replace(/:[a-zA-Z]+/g, '[^/]+')}$`);
    return !shown.some((path) => exact.test(path));
  });
  expect(missing).toEqual([]);
});
