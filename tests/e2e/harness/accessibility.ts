import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Holds a page, as it is shown now, to the rules of these standards. */
export const expectNoBarriers = (page: Page): Promise<void> => expectNothingFound(page, look(page).withTags(standards));

/** Legacy mode leaves out frames of other origins, of which the app has none, and a page more for each look. */
const look = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

const expectNothingFound = async (page: Page, builder: AxeBuilder): Promise<void> => {
  const { violations } = await builder.analyze();
  const found = violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`);
  expect.soft(found, page.url()).toEqual([]);
};

/** Holds a page to the width of its screen. */
export const expectFits = async (page: Page): Promise<void> => {
  const [content, screen] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  expect.soft(content, `${page.url()} is wider than the screen`).toBe(screen);
};

/** Holds a page to WCAG 2.2 AA in light and in dark, and to the width of its screen. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  await expectFits(page);
  const fullHeight = await page.evaluate(() => document.documentElement.scrollHeight);
  // Unrolled: what a bar at the bottom covers at one position of the page would count as too small to press.
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, fullHeight) });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNoBarriers(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // Only the colours differ between light and dark.
  await expectNothingFound(page, look(page).withRules(['color-contrast']));
  await page.setViewportSize(size);
};
