import { expect, type Page, test } from '@playwright/test';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
import type { Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import type { RunningServer } from './harness/running-server.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';
import { startTwoWorkers } from './harness/two-workers.ts';

let server: RunningServer;
let first: Phone;
let second: Phone;

test.beforeAll(async () => {
  ({ server, first, second } = await startTwoWorkers());
});

test.afterAll(async () => {
  await first.remove();
  await second.remove();
  await server.remove();
});

const setPhoneNumber = async (page: Page, door: DemoDoor, value: string): Promise<void> => {
  await turnTo(page, `/member/${door.membershipId}/edit`);
  await page.getByLabel('联系电话').fill(value);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
};

const phoneNumberAtServer = (door: DemoDoor) =>
  queryRows(server, 'SELECT phone FROM persons WHERE id = ?', door.personId)[0]?.['phone'];

/** Writes down every event that comes to a page by a stream, as it came. */
const listenToStream = async (page: Page): Promise<readonly string[]> => {
  const heard: string[] = [];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  devtools.on('Network.eventSourceMessageReceived', ({ eventName, eventId, data }) =>
    heard.push(`${eventName} ${eventId} ${data}`),
  );
  return heard;
};

/** Tells whether a page's tab is the one that speaks to the server. */
const leads = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const held = async () => (await navigator.locks.query()).held ?? [];
    const mine = await navigator.locks.request('who-am-i', async () =>
      (await held()).find((lock) => lock.name === 'who-am-i'),
    );
    const leading = (await held()).filter((lock) => lock.name?.startsWith('sync:'));
    return leading.length === 1 && leading[0]?.clientId === mine?.clientId;
  });

const isSyncRequest = (address: string): boolean => /\/sync\/(push|pull)$/.test(new URL(address).pathname);

test('what one phone saves is on the other within three seconds, which nobody touches, and the call carries no data', async () => {
  const door = doorAt(demoDoors(server), 0);
  const other = second.page();
  const heard = await listenToStream(other);
  const stands = other.waitForResponse((answer) => answer.url().includes('/sync/events'));
  await other.goto(`/member/${door.membershipId}`);
  expect((await stands).headers()['content-type']).toBe('text/event-stream');
  await expect(other.getByText('19990000777')).toHaveCount(0);
  await setPhoneNumber(first.page(), door, '19990000777');
  const savedAt = performance.now();
  await expect(other.getByText('19990000777')).toBeVisible({ timeout: 3_000 });
  test.info().annotations.push({ type: 'seen after', description: `${Math.round(performance.now() - savedAt)} ms` });
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.filter((event) => !/^poke {2}\{"top":\d+\}$/.test(event))).toEqual([]);
});

test('a phone says that the server is gone, and sends when it is back, without being touched', async () => {
  const door = doorAt(demoDoors(server), 1);
  const page = first.page();
  await waitUntilSynced(page);
  await server.stop();
  await expect(page.getByText('连不上服务器,过一会儿自动再试。')).toBeVisible();
  await setPhoneNumber(page, door, '19990000888');
  await turnTo(page, '/mine/sync');
  await expect(page.getByText('还有 1 条没传上去,已存在手机里')).toBeVisible();
  await server.startAgain();
  await expect(page.getByText('都传上去了')).toBeVisible({ timeout: 60_000 });
  expect(phoneNumberAtServer(door)).toBe('19990000888');
  await expect(page.getByText('连不上服务器')).toHaveCount(0);
});

test('of two tabs one speaks to the server for both, and closing it hands that to the other', async () => {
  const door = doorAt(demoDoors(server), 2);
  const page = first.page();
  await turnTo(page, `/member/${door.membershipId}/edit`);
  await expect.poll(() => leads(page)).toBe(true);
  const tab = await first.context().newPage();
  await tab.goto('/mine/sync');
  await expect.poll(() => leads(tab)).toBe(true);
  await expect(tab.getByText('都传上去了')).toBeVisible();
  const asked: string[] = [];
  page.on('request', (request) => isSyncRequest(request.url()) && asked.push(request.url()));
  await page.getByLabel('联系电话').fill('19990000999');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => phoneNumberAtServer(door)).toBe('19990000999');
  expect(asked).toEqual([]);
  await expect(tab.getByText('都传上去了')).toBeVisible();

  await tab.close();
  await expect.poll(() => leads(page)).toBe(true);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});

test('work that stands still beside a network is said to, with what to do, until the next acknowledgement', async () => {
  const door = doorAt(demoDoors(server), 3);
  const page = await second.context().newPage();
  await page.clock.install();
  await page.goto('/mine/sync');
  await expect(page.getByText('都传上去了')).toBeVisible();
  await server.stop();
  await setPhoneNumber(page, door, '19990000555');
  await turnTo(page, '/mine/sync');
  await expect(page.getByText('还有 1 条没传上去')).toBeVisible();
  await expect(page.getByText('同步停滞')).toHaveCount(0);
  await page.clock.fastForward('03:10');
  await expect(page.getByText('同步停滞')).toBeVisible();
  await expect(page.getByText('关掉 Wi-Fi 用流量')).toBeVisible();
  await turnTo(page, '/register');
  await server.startAgain();
  await turnTo(page, '/mine/sync');
  await expect(page.getByText('都传上去了')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('同步停滞')).toHaveCount(0);
  await page.close();
});
