import type { BrowserContext, Page } from '@playwright/test';
import { pin } from './pin.ts';

const setUpTitle = '设一个 PIN';
const unlockTitle = '输入 PIN';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Chooses the PIN of a phone on which somebody has just signed in. */
export const setPin = async (page: Page, chosen = pin): Promise<void> => {
  await page.getByLabel('PIN', { exact: true }).fill(chosen);
  await page.getByLabel('再输一次').fill(chosen);
  await page.getByRole('button', { name: '设好了' }).click();
};

/** Types the PIN on the page that asks for it. */
export const unlock = async (page: Page, typed = pin): Promise<void> => {
  await page.getByLabel('PIN', { exact: true }).fill(typed);
  await page.getByRole('button', { name: '打开', exact: true }).click();
};

const handled = new WeakSet<Page>();

/**
 * Types the PIN wherever a page asks for it, as its owner would without thinking: after every reload, in every window.
 * A test about the lock itself calls `typePinsYourself`.
 */
export const typePins = async (context: BrowserContext): Promise<void> => {
  const watch = async (page: Page): Promise<void> => {
    if (handled.has(page)) return;
    handled.add(page);
    await page.addLocatorHandler(heading(page, setUpTitle), () => setPin(page));
    await page.addLocatorHandler(heading(page, unlockTitle), () => unlock(page));
  };
  context.on('page', (page) => void watch(page));
  for (const page of context.pages()) await watch(page);
};

/** Leaves the PIN to the test from here on. */
export const typePinsYourself = async (page: Page): Promise<void> => {
  await page.removeLocatorHandler(heading(page, setUpTitle));
  await page.removeLocatorHandler(heading(page, unlockTitle));
};

/** Waits until the page asks for its PIN. */
export const waitForLock = (page: Page): Promise<void> => heading(page, unlockTitle).waitFor();

/** Waits until the page asks for a first PIN. */
export const waitForNewPin = (page: Page): Promise<void> => heading(page, setUpTitle).waitFor();
