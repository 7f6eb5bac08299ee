import type { Page } from '@playwright/test';

/** Turns to another page of the open app as its own links do, without loading the app again and without asking for the PIN. */
export const turnTo = async (page: Page, path: string): Promise<void> => {
  // Another page in between, so that one that is shown twice starts anew.
  await show(page, path.startsWith('/desk') ? '/desk/no-such-page' : '/no-such-page');
  await show(page, path);
};

const show = (page: Page, path: string): Promise<void> =>
  page.evaluate(async (next) => {
    window.history.pushState(null, '', next);
    // A page in the background draws no frames.
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 200);
    });
  }, path);
