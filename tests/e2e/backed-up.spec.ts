import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { builtAppFolder } from './harness/app-folder.ts';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
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

/** Makes a backup beside the running server, as an operator or a timer does. */
const backUp = async (): Promise<void> => {
  const { dataFolder: DATA_DIR } = server;
  const env = { ...process.env, DATA_DIR, BACKUP_DIR: join(DATA_DIR, 'kept-elsewhere') };
  execFileSync(process.execPath, [join(await builtAppFolder(), 'dist/server/backup.js')], { env, stdio: 'pipe' });
};

const logVisit = async (page: Page, door: DemoDoor): Promise<string> => {
  await turnTo(page, `/door/${door.dwellingId}/visit?household=${door.householdId}`);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  return door.dwellingId;
};

const openNewestVisit = async (page: Page, doorId: string): Promise<void> => {
  await turnTo(page, `/door/${doorId}`);
  await page.getByRole('region', { name: '走访' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: /的走访$/ })).toBeVisible();
};

test('the third tick comes with a verified backup that holds the record, and not before', async () => {
  const page = phone.page();
  const doors = demoDoors(server);
  await phone.goOffline();
  const first = await logVisit(page, doorAt(doors, 0));
  await openNewestVisit(page, first);
  await expect(page.getByText('已存手机', { exact: true })).toBeVisible();

  await phone.goOnline();
  await waitUntilSynced(page);
  await expect(page.getByText('服务器还没有做过备份', { exact: false })).toBeVisible();
  await expect(page.getByText('已备份')).toHaveCount(0);
  await openNewestVisit(page, first);
  await expect(page.getByText('已到服务器', { exact: true })).toBeVisible();

  await backUp();
  expect(queryRows(server, 'SELECT count(*) AS spaces FROM spaces WHERE safe > 0')[0]?.['spaces']).toBeGreaterThan(0);
  await turnTo(page, '/mine/sync');
  await page.getByRole('button', { name: '立即同步' }).click();
  await expect(page.getByText('已备份', { exact: true })).toBeVisible();
  await openNewestVisit(page, first);
  await expect(page.getByText('已备份', { exact: true })).toBeVisible();

  const second = await logVisit(page, doorAt(doors, 1));
  await waitUntilSynced(page);
  await expect(page.getByRole('listitem').filter({ hasText: '已到服务器' })).toContainText('1 条');
  await openNewestVisit(page, second);
  await expect(page.getByText('已到服务器', { exact: true })).toBeVisible();
});
