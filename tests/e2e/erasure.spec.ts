import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
import { readDeviceStorage } from './harness/device-storage.ts';
import { createPhone, deskViewport, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let desk: Phone;
let worker: Phone;
let volunteer: Phone;

test.beforeAll(async () => {
  server = await startServer();
  desk = createPhone(server.origin, { viewport: deskViewport });
  [worker, volunteer] = [createPhone(server.origin), createPhone(server.origin)];
  await acceptInvitation(desk, server.invitation('管理员'), 'zhoumin');
  await waitForFirstPull(await acceptInvitation(worker, server.invitation('网格员', '王芳'), 'wangfang'));
  await waitForFirstPull(await acceptInvitation(volunteer, server.invitation('志愿者'), 'chenchen'));
});

test.afterAll(async () => {
  for (const phone of [desk, worker, volunteer]) {
    await phone.remove();
    expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
  }
  await server.remove();
});

const planted = { name: '欧阳砚秋', phone: '13977712345' } as const;
/** Reading a whole phone takes its time on a busy machine. */
const slow = { timeout: 60_000 };
const wished = '想有人陪着去一趟医院';

/** Lists the tables of a phone in which a value stands. */
const tablesHolding = async (phone: Phone, value: string): Promise<readonly string[]> => {
  const storage = await readDeviceStorage(phone.page());
  const places = Object.entries(storage.indexedDb).filter(([, records]) => records.join('\n').includes(value));
  const tables = places.map(([place]) => place.split('/').at(-1) ?? '').sort();
  return storage.localStorage.includes(value) ? [...tables, 'localStorage'] : tables;
};

const writeAbout = async (page: Page, door: DemoDoor): Promise<void> => {
  await turnTo(page, `/member/${door.membershipId}/edit`);
  await page.getByLabel('姓名').fill(planted.name);
  await page.getByLabel('联系电话').fill(planted.phone);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await turnTo(page, `/door/${door.dwellingId}/visit?household=${door.householdId}`);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByLabel(/说说情况/).fill(`${planted.name}在家,电话 ${planted.phone} 打得通`);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await turnTo(page, `/door/${door.dwellingId}?household=${door.householdId}`);
  await page.getByRole('link', { name: '帮办' }).click();
  await page.getByRole('radio', { name: '就医' }).check();
  await page.getByLabel('想请人帮什么').fill(wished);
  await page.getByRole('radio', { name: '当面口头同意' }).check();
  await page.getByLabel('谁同意的').fill(planted.name);
  await page.getByLabel('哪天同意的').fill('2026-11-19');
  await page.getByRole('button', { name: '发布' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
  await waitUntilSynced(page);
};

test('a person erased at the desk leaves every phone at its next contact, the claimer’s card and what is kept for a restore too', async () => {
  test.setTimeout(300_000);
  const door = doorAt(demoDoors(server), 0);

  await test.step('everything about them lies on the phones', async () => {
    await writeAbout(worker.page(), door);
    expect(await tablesHolding(worker, planted.name)).toEqual(['kept', 'rows']);
    expect(await tablesHolding(worker, planted.phone)).toEqual(['kept', 'rows']);
    const page = volunteer.page();
    await waitUntilSynced(page);
    await turnTo(page, '/help');
    await page.getByRole('button', { name: `我来:${wished}` }).click();
    // A page left before this word may leave the claim behind: nothing is promised earlier.
    await expect(toast(page, '已记下')).toBeVisible();
    await waitUntilSynced(page);
    await turnTo(page, '/help/mine');
    await expect(page.getByText(planted.name)).toBeVisible();
    expect(await tablesHolding(volunteer, planted.phone)).toEqual(['rows']);
  });

  await test.step('a form about them is left half filled in', async () => {
    const page = worker.page();
    await turnTo(page, `/member/${door.membershipId}/edit`);
    await page.getByLabel('工作单位').fill(`${planted.name}的修表铺`);
    await expect.poll(() => tablesHolding(worker, planted.name), slow).toEqual(['drafts', 'kept', 'rows']);
    await turnTo(page, '/register');
  });

  await test.step('an administrator finds them, sees what goes and what stays, gives a reason and types the word', async () => {
    const page = desk.page();
    await turnTo(page, '/desk/register');
    await page.getByRole('link', { name: '抹除一个人的信息' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '抹除个人信息' })).toBeVisible();
    await page.getByLabel('社区或村').selectOption({ label: '青禾路社区' });
    await page.getByRole('searchbox', { name: '姓名、电话或门牌' }).fill(planted.name);
    await page.getByRole('button', { name: /^抹除 欧阳\*\*/ }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByText(/本人的 \d+ 项信息/)).toBeVisible();
    await expect(sheet.getByText(/次走访/)).toBeVisible();
    await expectAccessible(page);
    await sheet.getByRole('button', { name: '抹除,不能撤回' }).click();
    await expect(sheet.getByText('写几个字,例如「本人书面要求」。')).toBeVisible();
    await expect(sheet.getByText('要打「抹除」两个字。')).toBeVisible();
    await sheet.getByLabel('原因').fill(`${planted.name}要求`);
    await sheet.getByLabel('打「抹除」两个字确认').fill('抹除');
    await sheet.getByRole('button', { name: '抹除,不能撤回' }).click();
    await expect(sheet.getByRole('alert')).toContainText('请换个说法');
    await sheet.getByLabel('原因').fill('本人书面要求');
    await sheet.getByRole('button', { name: '抹除,不能撤回' }).click();
    await expect(sheet.getByRole('heading', { name: '已抹除' })).toBeVisible(slow);
    expect(queryRows(server, 'SELECT name, phone FROM persons WHERE id = ?', door.personId)).toEqual([
      { name: null, phone: null },
    ]);
  });

  await test.step('no phone holds a word of them after its next contact', async () => {
    for (const phone of [worker, volunteer]) {
      await waitUntilSynced(phone.page());
      for (const value of Object.values(planted))
        await expect.poll(() => tablesHolding(phone, value), slow).toEqual([]);
    }
    const page = worker.page();
    await turnTo(page, `/door/${door.dwellingId}?household=${door.householdId}`);
    await expect(page.getByRole('link', { name: '已抹除', exact: true })).toBeVisible();
    await expect(page.getByText('〔已抹除〕在家')).toBeVisible();
  });
});
