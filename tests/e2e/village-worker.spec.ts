import { expect, test } from '@playwright/test';
import { createPhone, type Phone } from './harness/phone.ts';
import { dock, openPlace, toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';

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

const doorsInWalkingOrder = (): readonly string[] =>
  queryRows(
    server,
    `SELECT door_label AS label FROM dwellings JOIN units ON units.id = dwellings.unit_id
     WHERE units.name = '二组' ORDER BY walk_order`,
  ).map((row) => String(row['label']));

test('a village is a list in the order its worker walks it, with the taps of a stairwell', async () => {
  const page = await acceptInvitation(phone, server.invitation('网格员', '李大山'), 'lidashan');
  await waitForFirstPull(page);
  await openPlace(page, '二组');
  const list = page.getByRole('list', { name: '二组' });
  const [first = '', second = '', third = ''] = doorsInWalkingOrder();
  await expect(list.getByRole('listitem').nth(0)).toContainText(first);
  await expect(list.getByRole('listitem').nth(1)).toContainText(second);

  await phone.goOffline();
  await page.getByRole('button', { name: '排顺序' }).click();
  await page.getByRole('button', { name: `把 ${third} 往前挪` }).click();
  await page.getByRole('button', { name: `把 ${third} 往前挪` }).click();
  await page.getByRole('button', { name: '排好了' }).click();
  await expect(toast(page, '顺序已存手机')).toBeVisible();
  await expect(list.getByRole('listitem').nth(0)).toContainText(third);

  await list.getByRole('listitem').nth(0).getByRole('button').click();
  await dock(page, third).getByRole('button', { name: '见到' }).click();
  await expect(toast(page, `${third} 见到,已存手机`)).toBeVisible();

  await phone.goOnline();
  await waitUntilSynced(page);
  expect(doorsInWalkingOrder().slice(0, 3)).toEqual([third, first, second]);
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});
