import type { Page } from '@playwright/test';

/** Turns to another page of the open app as its own links do, without loading the app again and without asking for the PIN. */
export const turnTo = async (page: Page, path: string): Promise<void> => {
  // A page that has just said that it saved leads on by itself in the same moment; nobody's thumb is faster than that.
  await settle(page);
  await page.waitForTimeout(50);
  // Another page in between, so that one that is shown twice starts anew.
  await show(page, path.startsWith('/desk') ? '/desk/no-such-page' : '/no-such-page');
  await show(page, path);
};

const show = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((next) => window.history.pushState(null, '', next), path);
  await settle(page);
};

/** Two frames; a page in the background draws none. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 300);
    });
  });
