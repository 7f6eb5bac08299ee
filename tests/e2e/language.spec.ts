import { cadencePresets, questionPresets } from '@lianxin/domain';
import { expect, test } from '@playwright/test';
import { expectFits } from './harness/accessibility.ts';
import { chineseOnPage, writtenTexts } from './harness/chinese-on-page.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { everyTour, startTour, type TourGuide } from './harness/tour-guide.ts';

test.describe('choosing a language', () => {
  let server: RunningServer;
  let phone: Phone;

  test.beforeAll(async () => {
    server = await startServer();
  });

  test.afterEach(async () => {
    await phone.remove();
  });

  test.afterAll(async () => {
    await server.remove();
  });

  test('a browser that knows no Chinese is spoken to in English, and can be turned to Chinese before signing in', async () => {
    phone = createPhone(server.origin, { locale: 'en-GB' });
    const page = await phone.open('/sign-in');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(await chineseOnPage(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  });

  test('the language changes without a network, and what was half written is still there', async () => {
    phone = createPhone(server.origin);
    const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
    await waitForFirstPull(page);
    await phone.goOffline();
    const form = `/door/${doorAt(demoDoors(server), 0).dwellingId}/visit`;
    await page.goto(form);
    await page.getByLabel(/说说情况/).fill('换语言之前写的');
    // Inside the app: the browser itself would ask before it throws away what is a second old.
    await page.evaluate(() => window.history.pushState(null, '', '/mine'));
    await page.getByRole('radio', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();
    await page.goto(form);
    await expect(page.getByLabel(/How it went/)).toHaveValue('换语言之前写的');
  });
});

/** What the system itself writes for an office to change, and what it calls the whole deployment: content, like names. */
const offered = JSON.stringify([cadencePresets, questionPresets, '全部']);

/** Pages that show cells of somebody's own sheet, which are in no table of the server. */
const showsSheet = ['desk-import'];

test.describe('in English', () => {
  let guide: TourGuide;

  test.beforeAll(async () => {
    guide = await startTour();
  });

  test.afterAll(async () => {
    await guide.end();
  });

  // The other roles' words are read one by one in catalogues.test.ts; leading through all their pages again would take minutes.
  for (const [role, stops] of everyTour.filter(([role]) => role === 'worker' || role === 'nobody')) {
    test(`every page of ${role} says everything in English but what people wrote`, async () => {
      test.setTimeout(600_000);
      const phone = await guide.start(role);
      const page = phone.page();
      await page.evaluate(() => localStorage.setItem('lianxin.language', 'en'));
      await page.reload();
      const written = writtenTexts(guide.server) + offered;
      for (const stop of stops) {
        // What is pressed on the way is named in Chinese, and shows no page of its own.
        await guide.lead(page, { name: stop.name, path: stop.path });
        const unknown = (await chineseOnPage(page)).filter((run) => !written.includes(run));
        if (!showsSheet.includes(stop.name)) expect.soft(unknown, `${stop.name} ${page.url()}`).toEqual([]);
        // The pages are built of the same parts in either language: tests/e2e/accessibility.spec.ts looks at those.
        await expectFits(page);
      }
      await phone.remove();
    });
  }
});
