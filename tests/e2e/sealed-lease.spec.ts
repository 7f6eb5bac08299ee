import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { password } from './harness/password.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { toast } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';
import { setPin, unlock } from './harness/unlock-steps.ts';

let server: RunningServer;
let phone: Phone;

test.beforeAll(async () => {
  server = await startServer();
  phone = createPhone(server.origin, { typesPins: false });
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

const dayMs = 86_400_000;
const note = '租约到期之前记的';
const visits = (): readonly unknown[] =>
  queryRows(server, 'SELECT visitor_name AS who FROM visits WHERE note = ?', note);

const shut = (page: Page) => page.getByRole('heading', { level: 1, name: '请联网登录一次' });

test('a phone that has not heard from the server for its lease opens for nobody, hands in its work, and opens again after signing in', async () => {
  test.setTimeout(240_000);
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await setPin(page);
  await waitForFirstPull(page);
  const startedAt = Date.now();
  await phone.goOffline();
  await page.goto(`/door/${doorAt(demoDoors(server), 1).dwellingId}/visit`);
  await unlock(page);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByLabel(/说说情况/).fill(note);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();

  await test.step('within the lease it opens without a network', async () => {
    await page.clock.setSystemTime(startedAt + 6 * dayMs);
    await page.goto('/mine');
    await unlock(page);
    await waitForFirstPull(page);
  });
  await test.step('after it, it asks for no PIN, says what to do, and a clock set back does not help', async () => {
    await page.clock.setSystemTime(startedAt + 8 * dayMs);
    await page.reload();
    await expect(shut(page)).toBeVisible();
    await expect(page.getByLabel('PIN')).toHaveCount(0);
    await expectAccessible(page);
    await page.clock.setSystemTime(startedAt + 2 * dayMs);
    await page.reload();
    await expect(shut(page)).toBeVisible();
    await expect(page.getByText('手机的时间往回调过')).toBeVisible();
    await page.getByRole('button', { name: '联网登录' }).click();
    await expect(page.getByText('登录要有网')).toBeVisible();
    expect(visits()).toEqual([]);
  });
  await test.step('what was saved reaches the server as soon as there is a network, before anybody has signed in', async () => {
    await phone.context().clearCookies();
    await phone.goOnline();
    await page.reload();
    await expect(shut(page)).toBeVisible();
    await expect.poll(visits, { timeout: 30_000 }).toEqual([{ who: '王芳' }]);
  });
  await test.step('after signing in it opens with the same PIN, and everything is there once', async () => {
    await page.getByRole('button', { name: '联网登录' }).click();
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await unlock(page);
    await waitForFirstPull(page);
    await turnTo(page, '/mine/sync');
    await expect(page.getByText('都传上去了')).toBeVisible({ timeout: 30_000 });
    expect(visits()).toEqual([{ who: '王芳' }]);
  });
});
