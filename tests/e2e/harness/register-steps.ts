import { expect, type Locator, type Page } from '@playwright/test';
import { turnTo } from './turn-to.ts';

/** Opens a building or village group from the register's first page. */
export const openPlace = async (page: Page, name: string): Promise<void> => {
  await turnTo(page, '/register');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
};

/** The cell of a door in the matrix that is shown. */
export const doorCell = (page: Page, label: string): Locator =>
  page.getByRole('table').getByRole('button', { name: new RegExp(`^${label},`) });

/** The bar at the thumb that belongs to the chosen door. */
export const dock = (page: Page, door: string): Locator => page.getByRole('region', { name: door, exact: true });

/** What the app has just said. */
export const toast = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text });

/** Waits until nothing is left to send. */
export const waitUntilSynced = async (page: Page): Promise<void> => {
  await turnTo(page, '/mine/sync');
  await expect(page.getByText('都传上去了')).toBeVisible({ timeout: 30_000 });
};
