import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { type ApiClient, acceptByApi } from './harness/api-client.ts';
import { filmQr } from './harness/camera-film.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { invite } from './harness/invite.ts';
import { repost } from './harness/leave-work-behind.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { countSheets, printedText } from './harness/printed.ts';
import { readQr } from './harness/read-qr.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let admin: ApiClient;
let phone: Phone;

test.beforeAll(async () => {
  server = await startServer();
  admin = await acceptByApi(server, server.invitation('管理员'), 'zhoumin');
  const communityId = String(queryRows(server, "SELECT community_id AS id FROM units WHERE name = '1号楼'")[0]?.['id']);
  await admin.call('PATCH', `/units/${communityId}`, { supervisionPhone: '0379-6512345' });
  phone = createPhone(server.origin);
  await waitForFirstPull(await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang'));
});

test.afterAll(async () => {
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
  await phone.remove();
  await server.remove();
});

const code = (page: Page) => page.getByRole('img', { name: '住户码' });
const storedToken = (): string =>
  String(queryRows(server, 'SELECT token FROM household_codes WHERE to_on IS NULL')[0]?.['token']);

test('a household gets a code when it agrees: on paper it says nothing, and it opens the household without a network', async () => {
  const door = doorAt(demoDoors(server), 0);
  const page = phone.page();
  await turnTo(page, `/door/${door.dwellingId}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('button', { name: '住户码' }).click();
  await expect(page.getByRole('button', { name: '发一张' })).toBeDisabled();
  await page.getByLabel('住户同意在家里放这张卡').check();
  await phone.goOffline();
  // A thumb that lands twice gets one code.
  await page.getByRole('button', { name: '发一张' }).dblclick();
  await expect(toast(page, '住户码已发')).toBeVisible();
  await expect(code(page)).toHaveCount(1);
  await expectAccessible(page);
  const address = await readQr(code(page));
  expect(address).toMatch(new RegExp(`^${server.origin}/q/[A-Za-z0-9_-]{22}$`));
  expect(await countSheets(page)).toBe(1);
  const printed = await printedText(page);
  for (const needle of [door.name, door.label, '1号楼', '王芳', '网格']) expect(printed).not.toContain(needle);

  await test.step('scanned by the phone’s own camera, it opens the household offline', async () => {
    await page.goto(new URL(address).pathname);
    await expect(page).toHaveURL(new RegExp(`/door/${door.dwellingId}`));
    await expect(page.getByText(door.name)).toBeVisible();
  });
  await phone.goOnline();
  await waitUntilSynced(page);
  expect(address).toBe(`${server.origin}/q/${storedToken()}`);
});

test('for anybody else the code is only a code, and nobody is asked about it', async () => {
  const stranger = createPhone(server.origin);
  const asked: string[] = [];
  const page = await stranger.open('/healthz');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/q/${storedToken()}`);
  await expect(page.getByText('这个码只有负责的工作人员能打开')).toBeVisible();
  await expectAccessible(page);
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
  const volunteer = await acceptInvitation(stranger, server.invitation('志愿者'), 'chenchen');
  await waitForFirstPull(volunteer);
  await volunteer.goto(`/q/${storedToken()}`);
  await expect(volunteer.getByText('这个码只有负责的工作人员能打开')).toBeVisible();
  await stranger.remove();
});

test('a colleague scans the card with the app, and a stopped card opens nothing', async () => {
  test.setTimeout(150_000);
  const door = doorAt(demoDoors(server), 0);
  const film = join(server.dataFolder, 'card.y4m');
  filmQr(`${server.origin}/q/${storedToken()}`, film);
  const colleague = createPhone(server.origin, {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const invitation = await invite(server, admin, { name: '刘大伟', role: 'gridWorker', unit: '第一网格' });
  const page = await acceptInvitation(colleague, invitation, 'liudawei');
  await waitForFirstPull(page);
  await turnTo(page, '/register');
  await page.getByRole('link', { name: '扫一扫' }).click();
  await expect(page).toHaveURL(new RegExp(`/door/${door.dwellingId}`), { timeout: 20_000 });
  await expect(page.getByText(door.name)).toBeVisible();

  await turnTo(page, `/household/${door.householdId}/code`);
  await page.getByRole('button', { name: '停用' }).click();
  const token = storedToken();
  await page.getByRole('alertdialog').getByRole('button', { name: '停用' }).click();
  await expect(toast(page, '住户码已停用')).toBeVisible();
  await turnTo(page, `/q/${token}`);
  await expect(page.getByText('这个码打不开')).toBeVisible();
  expect(colleague.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
  await colleague.remove();
});

test('a phone without a camera is told what else can be done', async () => {
  const page = phone.page();
  await page.goto('/scan');
  await expect(page.getByText('摄像头没打开')).toBeVisible();
  await expectAccessible(page);
  const other = { name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await page.getByLabel('从照片里认').setInputFiles(other);
  await expect(page.getByText('没有认出码')).toBeVisible();
});

test('a building’s notice is one sheet of A4 with a code that shows who the worker is, in any browser', async () => {
  const page = phone.page();
  await turnTo(page, '/mine');
  await page.getByRole('link', { name: '打印便条和公示' }).click();
  await page.getByRole('link', { name: /1号楼 公示/ }).click();
  await expect(page.getByText('0379-6512345')).toBeVisible();
  await expectAccessible(page);
  expect(await countSheets(page)).toBe(1);
  const printed = await printedText(page);
  for (const needle of ['1号楼 网格员公示', '王芳', '0379-6512345', '扫码核对是不是本人'])
    expect(printed).toContain(needle);
  await page.emulateMedia({ media: 'print' });
  const address = await readQr(page.getByRole('img', { name: '王芳 的核对码' }));
  await page.emulateMedia({ media: null });
  expect(address).toMatch(new RegExp(`^${server.origin}/w/[A-Za-z0-9_-]{22}$`));

  await test.step('a resident scans it in WeChat and sees who that is', async () => {
    const resident = createPhone(server.origin, {
      args: ['--user-agent=Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0'],
    });
    const shown = await resident.open(address);
    await expect(shown.getByRole('heading', { name: '王芳' })).toBeVisible();
    await expect(shown.getByText('是本网格的工作人员')).toBeVisible();
    await expect(shown.getByRole('link', { name: /0379-6512345/ })).toHaveAttribute('href', 'tel:03796512345');
    await expectAccessible(shown);
    expect(await shown.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await repost(server, admin, { name: '王芳', role: 'gridWorker', units: [] });
    await shown.reload();
    await expect(shown.getByText('现在没有这个工作人员')).toBeVisible();
    await expect(shown.getByText('王芳')).toHaveCount(0);
    await repost(server, admin, { name: '王芳', role: 'gridWorker', units: ['第一网格'] });
    await shown.goto('/w/AAAAAAAAAAAAAAAAAAAAAA');
    await expect(shown.getByText('现在没有这个工作人员')).toBeVisible();
    expect(resident.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
    await resident.remove();
  });
});

test('slips are four to a sheet; outside there is a greeting and nothing else', async () => {
  const page = phone.page();
  await turnTo(page, '/print/slip');
  await expect(page.getByRole('region', { name: /门缝便条/ })).toHaveCount(4);
  await expectAccessible(page);
  expect(await countSheets(page)).toBe(1);
  const printed = await printedText(page);
  expect(printed).toContain('王芳');
  expect(printed).not.toMatch(/不在|没人|无人|\d+:\d\d|\d+月\d+日|1号楼/);
  const outside = await page.getByRole('region', { name: '门缝便条 1' }).innerText();
  const greeting = outside.slice(0, outside.indexOf('▲'));
  expect(greeting.replace(/\s+/g, '')).toBe('连心您好给您的一张便条,请拆开看');
  const address = await readQr(page.getByRole('img', { name: '王芳 的核对码' }).first());
  expect(address).toContain(`${server.origin}/w/`);
});
