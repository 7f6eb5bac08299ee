import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
import { readDeviceStorage } from './harness/device-storage.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import {
  deleteDatabases,
  fillRoom,
  limitRoom,
  loseRows,
  upgradeDatabases,
  whileAppIsClosed,
} from './harness/phone-storage.ts';
import { dock, doorCell, openPlace, toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { startUpdatingServer, type UpdatingServer } from './harness/updating-server.ts';

let server: RunningServer;
let updating: UpdatingServer;
let isInvitationUsed = false;
const phones: Phone[] = [];

test.beforeAll(async () => {
  server = await startServer();
  updating = await startUpdatingServer(server);
});

test.afterEach(async () => {
  updating.setApiReachable(true);
  for (const phone of phones.splice(0)) await phone.remove();
});

test.afterAll(async () => {
  await updating.stop();
  await server.remove();
});

/** A phone of its own for every test; the person is always the same. */
const newPhone = async (prepare: (page: Page) => Promise<void> = async () => undefined): Promise<Phone> => {
  const phone = createPhone(updating.origin);
  phones.push(phone);
  await prepare(await phone.open('/healthz'));
  if (isInvitationUsed) await signIn(phone, 'wangfang');
  else await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  isInvitationUsed = true;
  await waitForFirstPull(phone.page());
  return phone;
};

const openVisitForm = async (page: Page, door: DemoDoor, note: string): Promise<void> => {
  await page.goto(`/door/${door.dwellingId}/visit`);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByLabel(/说说情况/).fill(note);
};

const save = (page: Page): Promise<void> => page.getByRole('button', { name: '保存' }).click();

const visitsWith = (note: string): number => queryRows(server, 'SELECT id FROM visits WHERE note = ?', note).length;

const outboxOf = async (page: Page): Promise<readonly { readonly n: number }[]> => {
  const { indexedDb } = await readDeviceStorage(page);
  const entries = Object.entries(indexedDb).filter(([place]) => place.endsWith('/outbox'));
  return entries.flatMap(([, rows]) => rows.map((text) => JSON.parse(JSON.parse(text).sealed)));
};

/** Long enough to need room of its own. */
const long = (text: string): string => `${text} ${'很长'.repeat(950)}`;

test('a phone without room gives up what it held for a save, then says plainly that nothing was saved', async () => {
  test.setTimeout(240_000);
  const phone = await newPhone((page) => limitRoom(page, updating.origin, 24_000_000));
  const page = phone.page();
  await openPlace(page, '1号楼');
  updating.setApiReachable(false);
  const [first, second] = [doorAt(demoDoors(server), 0), doorAt(demoDoors(server), 1)];
  await doorCell(page, first.label).click();
  await dock(page, first.label).getByRole('button', { name: '见到' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  const ballast = async () =>
    Object.entries((await readDeviceStorage(page)).indexedDb).find(([place]) => place.endsWith('/ballast'))?.[1] ?? [];
  await expect.poll(async () => (await ballast()).length).toBe(1);

  await test.step('the first save without room takes the room that was held', async () => {
    await openVisitForm(page, second, long('满了也要存'));
    await fillRoom(page, 'filler-1');
    await save(page);
    await expect(toast(page, '已存手机')).toBeVisible();
    expect(await ballast()).toHaveLength(0);
    expect(await outboxOf(page)).toHaveLength(2);
  });

  await test.step('the next one keeps the form and every word, and never says 已存手机', async () => {
    const note = long('存不下的话');
    await openVisitForm(page, second, note);
    await fillRoom(page, 'filler-2');
    await save(page);
    await expect(toast(page, '手机存不下了,这一条还没存')).toBeVisible();
    await expect(page.getByText('已存手机', { exact: false }).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByLabel(/说说情况/)).toHaveValue(note);
    expect(await outboxOf(page)).toHaveLength(2);
  });
  updating.setApiReachable(true);
});

test('a save whose put fails once is saved over a new connection, and one that keeps failing is not', async () => {
  const phone = await newPhone();
  const page = phone.page();
  const door = doorAt(demoDoors(server), 2);
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      const left = Number(sessionStorage.getItem('failing puts') ?? '0');
      if (this.name !== 'outbox' || left === 0) return put.apply(this, args);
      sessionStorage.setItem('failing puts', String(left - 1));
      throw new DOMException(
        'Connection to Indexed Database server lost. Refresh the page to try again',
        'UnknownError',
      );
    };
  });
  const failPuts = (times: number): Promise<void> =>
    page.evaluate((value) => sessionStorage.setItem('failing puts', String(value)), times);

  await openVisitForm(page, door, '断一次');
  await failPuts(1);
  await save(page);
  await expect(toast(page, '已存手机')).toBeVisible();

  await openVisitForm(page, door, '一直断');
  await failPuts(1_000);
  await save(page);
  await expect(toast(page, '手机的存储断了,这一条还没存')).toBeVisible();
  await expect(page.getByLabel(/说说情况/)).toHaveValue('一直断');
  await failPuts(0);
  await page.getByRole('status').getByRole('button', { name: '重新打开' }).click();
  await expect(page.getByText('上次写了一半')).toBeVisible();
  await expect(page.getByLabel(/说说情况/)).toHaveValue('一直断');
  await save(page);
  await expect(toast(page, '已存手机')).toBeVisible();
  await waitUntilSynced(page);
  expect([visitsWith('断一次'), visitsWith('一直断')]).toEqual([1, 1]);
});

test('what was typed comes back after the app was killed before saving, and goes once it is saved', async () => {
  const phone = await newPhone();
  const door = doorAt(demoDoors(server), 3);
  const note = '写到一半,手机没电了';
  let page = phone.page();
  await openVisitForm(page, door, note);
  await expect
    .poll(async () => JSON.stringify((await readDeviceStorage(page)).indexedDb), { timeout: 3_000 })
    .toContain(note);
  await phone.kill();
  // A browser writes cookies and settings down later than records, so that a kill so soon after signing in ends the session as well.
  page = await phone.open('/');
  await page.getByRole('navigation', { name: '主要页面' }).or(page.getByLabel('用户名')).waitFor();
  if (page.url().includes('/sign-in')) page = await signIn(phone, 'wangfang');
  await page.goto(`/door/${door.dwellingId}/visit`);
  await expect(page.getByText('上次写了一半,还在这里')).toBeVisible();
  await expect(page.getByLabel(/说说情况/)).toHaveValue(note);
  await expect(page.getByRole('radio', { name: '见到' })).toBeChecked();
  await save(page);
  await expect(toast(page, '已存手机')).toBeVisible();
  await page.goto(`/door/${door.dwellingId}/visit`);
  await expect(page.getByLabel(/说说情况/)).toHaveValue('');
  await expect(page.getByText('上次写了一半')).toHaveCount(0);
});

test('a database that the system has deleted is reported with what may be lost, and never shown as an empty register', async () => {
  const phone = await newPhone();
  const page = phone.page();
  updating.setApiReachable(false);
  await openPlace(page, '1号楼');
  for (const at of [0, 1]) {
    const { label } = doorAt(demoDoors(server), at);
    await doorCell(page, label).click();
    await dock(page, label).getByRole('button', { name: '无人' }).click();
    await expect(toast(page, `${label} 无人,已存手机`)).toBeVisible();
  }
  await whileAppIsClosed(page, deleteDatabases);
  await page.goto('/register');
  await expect(page.getByRole('heading', { name: '手机数据被系统清除了' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('有 2 条记下还没传上去的,可能已经没有了');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: '手机数据被系统清除了' })).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByRole('heading', { name: '正在取住户' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '主要页面' })).toHaveCount(0);
  updating.setApiReachable(true);
  await page.reload();
  await expect(page.getByRole('link', { name: '1号楼' })).toBeVisible();
  await expect(page.getByText('手机数据被系统清除了')).toHaveCount(0);
});

test('a table that has lost its rows is noticed, and the saved work goes to the server all the same', async () => {
  const phone = await newPhone();
  const page = phone.page();
  const door = doorAt(demoDoors(server), 4);
  updating.setApiReachable(false);
  await openVisitForm(page, door, '行没了,事还在');
  await save(page);
  await expect(toast(page, '已存手机')).toBeVisible();
  await whileAppIsClosed(page, loseRows);
  await page.goto('/register');
  await expect(page.getByRole('heading', { name: '手机里的数据少了一部分' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('没有丢');
  updating.setApiReachable(true);
  await page.getByRole('button', { name: '知道了' }).click();
  await waitUntilSynced(page);
  expect(visitsWith('行没了,事还在')).toBe(1);
});

test('two windows that save at the same moment lose nothing and count nothing twice', async () => {
  const phone = await newPhone();
  const pages = [phone.page(), await phone.context().newPage()];
  updating.setApiReachable(false);
  const notes = ['甲窗口', '乙窗口'];
  await Promise.all(pages.map((page, at) => openVisitForm(page, doorAt(demoDoors(server), at), notes[at] ?? '')));
  await Promise.all(pages.map(save));
  for (const page of pages) await expect(toast(page, '已存手机')).toBeVisible();
  const [first] = pages;
  if (first === undefined) throw new Error('there is no window');
  expect((await outboxOf(first)).map(({ n }) => n).sort()).toEqual([1, 2]);
  updating.setApiReachable(true);
  await waitUntilSynced(first);
  expect(notes.map(visitsWith)).toEqual([1, 1]);
});

test('a window whose database a newer version has taken over says so, blocks nobody, and has lost nothing', async () => {
  const phone = await newPhone();
  const page = phone.page();
  updating.setApiReachable(false);
  const door = doorAt(demoDoors(server), 1);
  await openVisitForm(page, door, '升级之前存下的');
  await save(page);
  await expect(toast(page, '已存手机')).toBeVisible();
  await openVisitForm(page, door, '升级时正在写');
  const newer = await phone.context().newPage();
  await whileAppIsClosed(newer, upgradeDatabases);
  await expect(page.getByRole('heading', { name: '已在另一个窗口更新' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '重新打开' }).click();
  // Still the old code over the newer database: it says so again instead of writing into it.
  await expect(page.getByRole('heading', { name: '已在另一个窗口更新' })).toBeVisible();
  const stored = JSON.stringify((await readDeviceStorage(newer)).indexedDb);
  expect(stored).toContain('升级之前存下的');
  expect(stored).toContain('升级时正在写');
  updating.setApiReachable(true);
});

test('a new version waits for a form that is being written, then takes over with unsent work, which it sends', async () => {
  const phone = await newPhone();
  const page = phone.page();
  const door = doorAt(demoDoors(server), 2);
  updating.setApiReachable(false);
  updating.release();
  await openVisitForm(page, door, '更新之前写的');
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(toast(page, '还有没写完的')).toBeVisible();
  await expect(page.getByLabel(/说说情况/)).toHaveValue('更新之前写的');
  await expect(page.locator('meta[name="app-version"]')).toHaveCount(0);
  await save(page);
  await expect(toast(page, '已存手机')).toBeVisible();
  // The save has led back to the door: what is pressed stays where it is.
  await expect(page.getByLabel(/说说情况/)).toHaveCount(0);
  await page.getByRole('button', { name: '更新', exact: true }).click();
  const next = page.locator('meta[name="app-version"][content="next"]');
  await expect(toast(page, '正在换成新版本').or(next).first()).toBeAttached();
  await expect(next).toHaveCount(1, { timeout: 30_000 });
  await expect(page.getByText('已存手机').first()).toBeVisible();
  expect(await outboxOf(page)).toHaveLength(1);
  updating.setApiReachable(true);
  await waitUntilSynced(page);
  expect(visitsWith('更新之前写的')).toBe(1);
});
