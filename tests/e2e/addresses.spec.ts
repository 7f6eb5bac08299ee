import { expect, test } from '@playwright/test';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';

let server: RunningServer;
let phone: Phone;

test.beforeAll(async () => {
  server = await startServer();
  phone = createPhone(server.origin);
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

test('the name of whoever is looked for is in no address and no history, and back finds the search as it was', async () => {
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await waitForFirstPull(page);
  await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '住户' }).click();
  const { name } = doorAt(demoDoors(server), 1);
  const field = page.getByLabel(/找门|姓名、拼音/);
  await field.fill(name);
  const found = page.getByRole('link', { name: new RegExp(name) }).first();
  await expect(found).toBeVisible();
  const remembered = () => page.evaluate(() => decodeURIComponent(location.href) + JSON.stringify(history.state));
  expect(await remembered()).not.toContain(name);
  await found.click();
  await expect(field).toBeHidden();
  await page.goBack();
  await expect(field).toHaveValue(name);
  await expect(found).toBeVisible();
  expect(await remembered()).not.toContain(name);
});
