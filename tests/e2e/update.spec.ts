import { expect, type Page, test } from '@playwright/test';
import { createPhone, type Phone } from './harness/phone.ts';
import { waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { setPin, unlock, waitForLock } from './harness/unlock-steps.ts';
import { startUpdatingServer, type UpdatingServer } from './harness/updating-server.ts';

let server: RunningServer;
let updating: UpdatingServer;
let phone: Phone;

test.beforeEach(async () => {
  server = await startServer();
  updating = await startUpdatingServer(server);
  phone = createPhone(updating.origin, { typesPins: false });
});

test.afterEach(async () => {
  await phone.remove();
  await updating.stop();
  await server.remove();
});

const next = (page: Page) => page.locator('meta[name="app-version"][content="next"]');

/** Lets the browser look for a newer version now, as it does by itself on a new visit. */
const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });

test('on a locked phone, where nothing is open, a new version needs no tap; on an open one it waits', async () => {
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await setPin(page);
  await waitForFirstPull(page);
  updating.release();
  await lookForUpdate(page);
  // Open: nobody is taken away from what they look at.
  await expect(page.getByRole('button', { name: '更新', exact: true })).toBeVisible();
  await expect(next(page)).toHaveCount(0);
  await page.goto('/mine');
  await waitForLock(page);
  // Loading a page locks it: nothing is open any more.
  await expect(next(page)).toHaveCount(1, { timeout: 30_000 });
  await unlock(page);
  await expect(page.getByRole('heading', { level: 1, name: '我的' })).toBeVisible();
});

test('before anybody has signed in a new version comes by itself, but not while a name is being typed', async () => {
  const page = await phone.open('/sign-in');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.getByLabel('用户名').fill('wang');
  updating.release();
  await lookForUpdate(page);
  await expect(page.getByRole('button', { name: '更新', exact: true })).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue('wang');
  await expect(next(page)).toHaveCount(0);
  await page.getByLabel('用户名').fill('');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(next(page)).toHaveCount(1, { timeout: 30_000 });
});

test('the server is asked without the service worker, which a request would keep in the way of a newer one', async () => {
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await setPin(page);
  await waitForFirstPull(page);
  await page.goto('/mine/sync');
  await unlock(page);
  await waitUntilSynced(page);
  const sources = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/'))
      .map((entry) => entry.toJSON().workerFinalSourceType),
  );
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((source) => source !== 'network')).toEqual([]);
});
