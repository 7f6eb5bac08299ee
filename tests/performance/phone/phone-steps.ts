import type { Page } from '@playwright/test';
import { password } from '../../e2e/harness/password.ts';
import { pin } from '../../e2e/harness/pin.ts';

/** Signs in on a phone, up to the page that asks for a first PIN. */
export const signInOn = async (page: Page, loginName: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '设一个 PIN' }).waitFor();
};

/** Chooses the PIN. */
export const choosePin = async (page: Page): Promise<void> => {
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('再输一次').fill(pin);
  await page.getByRole('button', { name: '设好了' }).click();
};
