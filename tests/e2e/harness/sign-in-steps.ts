import { expect, type Page } from '@playwright/test';
import { password } from './password.ts';
import type { Phone } from './phone.ts';
import type { PrintedInvitation } from './printed-invitation.ts';

/** Opens an invitation on a phone, by whatever way that phone reaches the server, takes it up, and waits until the first page of the app is there. */
export const acceptInvitation = async (
  phone: Phone,
  invitation: Pick<PrintedInvitation, 'link'>,
  loginName: string,
): Promise<Page> => {
  const { pathname, hash } = new URL(invitation.link);
  const page = await phone.open(`${pathname}${hash}`);
  await page.getByLabel('给自己起个用户名').fill(loginName);
  await page.getByLabel('设一个密码').fill(password);
  await page.getByRole('button', { name: '开始使用' }).click();
  await expect(page).not.toHaveURL(/invitation/);
  return page;
};

/** Signs in by name and password. */
export const signIn = async (phone: Phone, loginName: string): Promise<Page> => {
  const page = await phone.open('/sign-in');
  await page.getByLabel('用户名').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
};

/** Waits until the register has come to the phone and a service worker can open it without a network. */
export const waitForFirstPull = async (page: Page): Promise<void> => {
  await expect(page.getByRole('navigation', { name: '主要页面' })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
};
