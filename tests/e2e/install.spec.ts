import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { createPhone, type Phone, type PhoneOptions } from './harness/phone.ts';
import { toast } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './harness/sign-in-steps.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
const phones: Phone[] = [];

test.beforeAll(async () => {
  server = await startServer();
});

test.afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.remove();
});

test.afterAll(async () => {
  await server.remove();
});

const newPhone = (options: PhoneOptions = {}): Phone => {
  const phone = createPhone(server.origin, options);
  phones.push(phone);
  return phone;
};

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1';
const weChat =
  'Mozilla/5.0 (Linux; Android 12; V2166BA) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.44';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('whoever is new is walked through four pages, once, and the home screen is offered after the first visit', async () => {
  const phone = newPhone({ isNew: true });
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  for (const title of ['走访,记在手机里', '存下就是存下', '别人打不开']) {
    await expect(heading(page, title)).toBeFocused();
    await expectAccessible(page);
    await page.getByRole('button', { name: '下一步' }).click();
  }
  await expect(heading(page, '试一次')).toBeFocused();
  await page.getByRole('button', { name: '开始' }).click();
  await expect(heading(page, /今天/)).toBeVisible();
  const offer = page.getByRole('complementary', { name: '装到桌面' });
  await expect(offer).toBeHidden();
  await turnTo(page, `/door/${doorAt(demoDoors(server), 0).dwellingId}/visit`);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await page.goto('/');
  await expect(heading(page, /今天/)).toBeVisible();
  await expect(offer).toBeVisible();
  await expectAccessible(page);
  await offer.getByRole('button', { name: '以后再说' }).click();
  await expect(offer).toBeHidden();
  await page.reload();
  await expect(heading(page, /今天/)).toBeVisible();
  await expect(offer).toBeHidden();
});

test('the walk can be left at once and be taken again from 我的', async () => {
  const phone = newPhone({ isNew: true });
  const page = await signIn(phone, 'wangfang');
  await page.getByRole('button', { name: '跳过' }).click();
  await waitForFirstPull(page);
  await turnTo(page, '/mine');
  await page.getByRole('link', { name: '看一遍怎么用' }).click();
  await expect(heading(page, '走访,记在手机里')).toBeVisible();
});

test('one press installs where the browser offers it', async () => {
  const phone = newPhone();
  const page = await signIn(phone, 'wangfang');
  await waitForFirstPull(page);
  await turnTo(page, '/mine/install');
  await expect(heading(page, '装到桌面')).toBeVisible();
  await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => document.documentElement.setAttribute('data-asked', 'yes'),
    });
    window.dispatchEvent(offer);
  });
  await page.getByRole('button', { name: '装到桌面' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
});

test('Safari’s limits are said, and installing asked for, before anybody signs in on an iPhone', async () => {
  const page = await newPhone({ userAgent: iPhone }).open('/sign-in');
  await expect(page.getByText('用苹果手机,请先装到桌面')).toBeVisible();
  await expect(page.getByText('7 天不打开')).toBeVisible();
  await expect(page.getByText('添加到主屏幕')).toBeVisible();
  await expectAccessible(page);
});

test('inside a chat app nothing can be signed in to: the way out keeps the whole address', async () => {
  const phone = newPhone({ userAgent: weChat });
  const page = await phone.open('/invitation#secret');
  await expect(page.getByText('不要在微信里用')).toBeVisible();
  await expect(page.getByText('选「在浏览器打开」')).toBeVisible();
  await expect(page.getByText(`${server.origin}/invitation#secret`)).toBeVisible();
  await expect(page.getByRole('button', { name: '复制网址' })).toBeVisible();
  await expect(page.getByRole('button', { name: '登录' })).toHaveCount(0);
  await expectAccessible(page);
});
