import { expect, type Page, test } from '@playwright/test';
import { type ApiClient, acceptByApi } from './harness/api-client.ts';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
import { readDeviceStorage } from './harness/device-storage.ts';
import { invite, unitIdOf } from './harness/invite.ts';
import { repost } from './harness/leave-work-behind.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let admin: ApiClient;
let leaver: Phone;
let successor: Phone;

// The second story goes on where the first ends.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  server = await startServer();
  admin = await acceptByApi(server, server.invitation('管理员'), 'zhoumin');
  const invitation = await invite(server, admin, { name: '刘大伟', role: 'gridWorker', unit: '第二网格' });
  leaver = createPhone(server.origin);
  successor = createPhone(server.origin);
  await waitForFirstPull(await acceptInvitation(leaver, server.invitation('网格员', '王芳'), 'wangfang'));
  await waitForFirstPull(await acceptInvitation(successor, invitation, 'liudawei'));
});

test.afterAll(async () => {
  await leaver.remove();
  await successor.remove();
  await server.remove();
});

const logVisit = async (page: Page, door: DemoDoor): Promise<void> => {
  await turnTo(page, `/door/${door.dwellingId}/visit?household=${door.householdId}`);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
};

const editMember = async (page: Page, door: DemoDoor, phone: string): Promise<void> => {
  await turnTo(page, `/member/${door.membershipId}/edit`);
  await page.getByLabel('联系电话').fill(phone);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
};

const swapGrids = async (): Promise<void> => {
  await repost(server, admin, { name: '王芳', role: 'gridWorker', units: ['第二网格'] });
  await repost(server, admin, { name: '刘大伟', role: 'gridWorker', units: ['第一网格'] });
};

test('a worker is sent to another grid with work in hand: the visit counts, the edit is for the new worker to take', async () => {
  const door = doorAt(demoDoors(server), 0);
  const former = unitIdOf(server, '第一网格');
  await leaver.goOffline();
  await logVisit(leaver.page(), door);
  await editMember(leaver.page(), door, '19990000111');
  await swapGrids();

  await leaver.goOnline();
  await waitUntilSynced(leaver.page());
  const page = leaver.page();
  const handedOver = page.getByRole('region', { name: '已转交新网格员' });
  await expect(handedOver.getByText('走访 转走的一户 见到')).toBeVisible();
  const waiting = page.getByRole('region', { name: '需要处理' });
  await expect(waiting.getByText('改 转走的人 联系电话', { exact: true })).toBeVisible();
  await expect(waiting.getByText('已提交,等现在的网格员确认。')).toBeVisible();

  const { indexedDb } = await readDeviceStorage(page);
  const kept = (table: string): readonly string[] =>
    Object.entries(indexedDb).flatMap(([place, records]) => (place.endsWith(`/${table}`) ? records : []));
  expect(kept('rows').length).toBeGreaterThan(0);
  expect(kept('rows').filter((record) => record.includes(`grid:${former}`))).toEqual([]);
  for (const { dwellingId, householdId, personId } of demoDoors(server)) {
    const isAbout = (record: string): boolean => [dwellingId, householdId, personId].some((id) => record.includes(id));
    expect(kept('rows').filter(isAbout)).toEqual([]);
  }
  expect(kept('outbox')).toEqual([]);

  await handedOver.getByRole('button', { name: '知道了' }).click();
  await expect(handedOver).toHaveCount(0);
  await turnTo(page, '/register');
  await expect(page.getByRole('link', { name: '1 条要处理' })).toBeVisible();
});

test('the new worker sees what was left behind, may think twice, and takes it', async () => {
  const door = doorAt(demoDoors(server), 0);
  const page = successor.page();
  await page.reload();
  await waitUntilSynced(page);
  await turnTo(page, `/door/${door.dwellingId}`);
  await expect(page.getByText('这一户有 1 条待接手的记录')).toBeVisible();
  await expect(page.getByRole('link', { name: /见到.*王芳/ }).first()).toBeVisible();
  await turnTo(page, '/register');
  await page.getByRole('link', { name: '1 条待接手的记录' }).click();
  await expect(page.getByRole('heading', { name: '待接手的记录' })).toBeVisible();
  await expect(page.getByText('→ 19990000111')).toBeVisible();
  await expect(page.getByText(/^王芳 今天 .* 写的$/)).toBeVisible();

  const take = page.getByRole('button', { name: /^采用:/ });
  await take.click();
  await expect(page.getByText('没有要接手的记录')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(take).toBeVisible();
  expect(queryRows(server, `SELECT state FROM held_works`)).toEqual([{ state: 'open' }]);

  await take.click();
  await expect(toast(page, '已采用,已存手机')).toBeVisible();
  await waitUntilSynced(page);
  expect(queryRows(server, 'SELECT state, decided_by_name AS who FROM held_works')).toEqual([
    { state: 'taken', who: '刘大伟' },
  ]);
  expect(queryRows(server, 'SELECT phone FROM persons WHERE id = ?', door.personId)).toEqual([
    { phone: '19990000111' },
  ]);
  expect(queryRows(server, 'SELECT visitor_name AS who FROM visits ORDER BY recorded_at DESC LIMIT 1')).toEqual([
    { who: '王芳' },
  ]);
  await turnTo(page, `/member/${door.membershipId}`);
  await expect(page.getByText('19990000111')).toBeVisible();
});

test('a worker whose duty ends altogether hands in what was written, forgets the register, and is told', async () => {
  const door = doorAt(demoDoors(server), 1);
  await successor.goOffline();
  await logVisit(successor.page(), door);
  await repost(server, admin, { name: '刘大伟', role: 'gridWorker', units: [] });

  // The app starts anew, so that it hears of the end of the duty before anything was sent.
  const page = successor.page();
  await page.goto('about:blank');
  await successor.goOnline();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '这里已由别人接手' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('这里的住户资料已从手机里清掉', { exact: false })).toBeVisible();
  await expect(page.getByRole('region', { name: '已转交新网格员' }).getByText('走访 转走的一户 见到')).toBeVisible();
  const { indexedDb } = await readDeviceStorage(page);
  const left = (table: string): number =>
    Object.entries(indexedDb).reduce((sum, [place, records]) => sum + (place.endsWith(table) ? records.length : 0), 0);
  expect([left('/rows'), left('/outbox')]).toEqual([0, 0]);
  expect(queryRows(server, 'SELECT visitor_name AS who FROM visits ORDER BY recorded_at DESC LIMIT 1')).toEqual([
    { who: '刘大伟' },
  ]);
  await page.getByRole('button', { name: '离开这里' }).click();
  await expect(page.getByRole('heading', { name: '这里已由别人接手' })).toHaveCount(0);
});
