import { expect, test } from '@playwright/test';
import { createPhone, type Phone } from './harness/phone.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';

let server: RunningServer;
let phone: Phone;

test.beforeAll(async () => {
  server = await startServer();
});

test.afterAll(async () => {
  await server.remove();
});

test.beforeEach(() => {
  phone = createPhone(server.origin);
});

test.afterEach(async () => {
  await phone.remove();
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});

const usedInvitations = (): number => queryRows(server, 'SELECT id FROM invitations WHERE used_at IS NOT NULL').length;

test('looking at an invitation twice consumes nothing, and 开始使用 does', async () => {
  const { link } = server.invitation('网格员', '王芳');
  expect(new URL(link).search).toBe('');
  const sent: string[] = [];
  const first = await phone.open(link);
  phone.context().on('request', (request) => sent.push(request.url()));
  await expect(first.getByRole('heading', { level: 1 })).toContainText('王芳');
  await first.reload();
  await expect(first.getByRole('heading', { level: 1 })).toContainText('王芳');
  expect(usedInvitations()).toBe(0);
  await acceptInvitation(phone, { link }, 'wangfang');
  expect(usedInvitations()).toBe(1);
  // What stands after # is not sent to a server, and no request carries it in its address.
  expect(sent.filter((address) => address.includes(new URL(link).hash.slice(1)))).toEqual([]);
  await waitForFirstPull(first);
  await expect(first).toHaveURL(/\/today$/);
});

test('a used invitation lets nobody in a second time, and the password does', async () => {
  const invitation = server.invitation('网格员', '李大山');
  const first = createPhone(server.origin);
  await acceptInvitation(first, invitation, 'lidashan');
  await first.remove();
  const page = await phone.open(invitation.link);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('button', { name: '开始使用' })).toBeHidden();
  await page.getByRole('link', { name: '已有账号,去登录' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await waitForFirstPull(await signIn(phone, 'lidashan'));
  await expect(page).toHaveURL(/\/today$/);
});

test('the eight characters of a printed card open the same invitation', async () => {
  const { code } = server.invitation('志愿者');
  const page = await phone.open('/join');
  await page.getByLabel('邀请码').fill(code.toLowerCase());
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('陈晨');
  expect(queryRows(server, "SELECT id FROM accounts WHERE name = '陈晨' AND state <> 'invited'")).toEqual([]);
});
