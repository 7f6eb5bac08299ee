import { expect, test } from '@playwright/test';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let phone: Phone;

test.beforeAll(async () => {
  server = await startServer();
  phone = createPhone(server.origin);
  await waitForFirstPull(await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang'));
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

test('a name of 10,000 characters is refused in plain words and stays as it was typed', async () => {
  const page = phone.page();
  const { membershipId } = doorAt(demoDoors(server), 0);
  const name = '䶮'.repeat(10_000);
  await turnTo(page, `/member/${membershipId}/edit`);
  await page.getByLabel('姓名').fill(name);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert')).toContainText('太长了');
  expect(await page.getByLabel('姓名').inputValue()).toHaveLength(name.length);
  await page.getByRole('link', { name: '取消' }).click();
  await page.goBack();
  await expect(page.getByText('上次写了一半,还在这里。')).toBeVisible();
  expect(await page.getByLabel('姓名').inputValue()).toHaveLength(name.length);
});

test('markup, 𠮷 and 䶮 are text on the page, in search and in the database', async () => {
  const page = phone.page();
  const { membershipId, dwellingId, personId } = doorAt(demoDoors(server), 1);
  const name = '𠮷䶮<img src=x onerror=alert(1)>';
  await turnTo(page, `/member/${membershipId}/edit`);
  await page.getByLabel('姓名').fill(name);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await turnTo(page, `/door/${dwellingId}`);
  await expect(page.getByText(name)).toBeVisible();
  expect(await page.locator('main img').count()).toBe(0);
  await turnTo(page, '/register');
  await page.getByRole('searchbox').fill('𠮷䶮');
  await expect(page.getByRole('main').getByText('𠮷').first()).toBeVisible();
  await waitUntilSynced(page);
  expect(queryRows(server, 'SELECT name FROM persons WHERE id = ?', personId)).toEqual([{ name }]);
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});
