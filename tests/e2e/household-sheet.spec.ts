import { expect, type Page, test } from '@playwright/test';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
import { startOneWorker } from './harness/one-worker.ts';
import type { Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import type { RunningServer } from './harness/running-server.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let phone: Phone;
let page: Page;

test.beforeAll(async () => {
  ({ server, phone, page } = await startOneWorker());
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

const openDoor = (door: DemoDoor): Promise<unknown> => turnTo(page, `/door/${door.dwellingId}`);
const useOf = (door: DemoDoor) =>
  queryRows(server, 'SELECT use FROM dwellings WHERE id = ?', door.dwellingId)[0]?.['use'];
const changesOf = (rowId: string) =>
  queryRows(
    server,
    'SELECT field, before, after, visit_id AS visit FROM field_changes WHERE row_id = ? ORDER BY rev',
    rowId,
  );

test('a member stands there with age and year of birth, to be called by a thumb', async () => {
  const door = doorAt(demoDoors(server), 0);
  await openDoor(door);
  await expect(page.getByText(/\d+ 岁 [男女] · \d{4} 年生/).first()).toBeVisible();
  const call = page.getByRole('link', { name: `给${door.name}打电话` });
  await expect(call).toHaveAttribute('href', /^tel:\d+$/);
  const box = await call.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
});

test('how a flat is held is said with one tap and taken back with another', async () => {
  const door = doorAt(demoDoors(server), 0);
  const before = useOf(door);
  await openDoor(door);
  // The tap is saved before it is shown.
  await page.getByRole('radio', { name: '出租' }).click();
  await expect(toast(page, '房屋:出租,已存手机')).toBeVisible();
  await waitUntilSynced(page);
  expect(useOf(door)).toBe('rented');
  await openDoor(door);
  await page.getByRole('radio', { name: '空置' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('radio', { name: '出租' })).toBeChecked();
  await waitUntilSynced(page);
  expect([before, useOf(door)]).not.toContain('vacant');
});

test('a visit that finds everything as it was is one confirmation', async () => {
  const door = doorAt(demoDoors(server), 1);
  await openDoor(door);
  await page.getByRole('link', { name: '记走访' }).click();
  await expect(page.getByText(new RegExp(`已知:.*${door.name}`))).toBeVisible();
  await page.getByRole('button', { name: '见到,都没变' }).click();
  await expect(toast(page, `${door.label} 见到,已存手机`)).toBeVisible();
  await waitUntilSynced(page);
  expect(
    queryRows(
      server,
      'SELECT outcome, unchanged FROM visits WHERE household_id = ? ORDER BY recorded_at DESC LIMIT 1',
      door.householdId,
    ),
  ).toEqual([{ outcome: 'met', unchanged: 1 }]);
});

test('what changed is tapped, saved with the visit in one go, and its history leads back to that visit', async () => {
  const door = doorAt(demoDoors(server), 2);
  await phone.goOffline();
  await openDoor(door);
  await page.getByRole('link', { name: '记走访' }).click();
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByRole('radio', { name: '有变化' }).check();
  await page
    .getByRole('group', { name: new RegExp(door.name) })
    .getByRole('checkbox', { name: '电话' })
    .check();
  await page.getByLabel(`${door.name} 新的电话`).fill('19990000888');
  await page.getByRole('button', { name: '+ 住进一个人' }).click();
  await page.getByLabel('新来的人叫什么').fill('周小满');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, `${door.label} 见到,已存手机`)).toBeVisible();
  await expect(page.getByText('周小满')).toBeVisible();

  await turnTo(page, `/history/person/${door.personId}`);
  await expect(page.getByText(/→ 19990000888/)).toBeVisible();
  await expect(page.getByText(/待传/)).toBeVisible();

  await phone.goOnline();
  await waitUntilSynced(page);
  const [change] = changesOf(door.personId);
  expect(change).toMatchObject({ field: 'phone', after: '"19990000888"' });
  expect(change?.['visit']).not.toBeNull();
  await turnTo(page, `/history/person/${door.personId}`);
  await expect(page.getByText(/待传/)).toHaveCount(0);
  await page.getByRole('link', { name: /→ 19990000888/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${door.label} 的走访`);
});

test('nothing was said to the console', () => {
  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});
