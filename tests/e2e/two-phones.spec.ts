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

const edit = async (page: Page, door: DemoDoor, label: string, value: string): Promise<void> => {
  await turnTo(page, `/member/${door.membershipId}/edit`);
  await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
};

const comeBack = async (phone: Phone): Promise<void> => {
  await phone.goOnline();
  await waitUntilSynced(phone.page());
};

const personOf = (door: DemoDoor) =>
  queryRows(server, 'SELECT phone, workplace FROM persons WHERE id = ?', door.personId);

test('two phones edit different fields of one person without a network, and both edits stand', async () => {
  const door = doorAt(demoDoors(server), 0);
  await first.goOffline();
  await second.goOffline();
  await edit(first.page(), door, '联系电话', '19990000111');
  await edit(second.page(), door, '工作单位', '青禾小学');
  await comeBack(first);
  await comeBack(second);
  expect(personOf(door)).toEqual([{ phone: '19990000111', workplace: '青禾小学' }]);
  await turnTo(second.page(), `/door/${door.dwellingId}`);
  await expect(second.page().getByText('两个版本')).toHaveCount(0);
});

test('two phones edit one field without a network: the value that lost is shown as 两个版本 and can be decided', async () => {
  const door = doorAt(demoDoors(server), 1);
  await first.goOffline();
  await second.goOffline();
  await edit(first.page(), door, '联系电话', '19990000222');
  await edit(second.page(), door, '联系电话', '19990000333');
  await comeBack(first);
  await comeBack(second);
  await waitUntilSynced(first.page());
  const [kept] = personOf(door);
  const lost = kept?.['phone'] === '19990000222' ? '19990000333' : '19990000222';

  for (const phone of [first, second]) {
    const page = phone.page();
    await turnTo(page, `/door/${door.dwellingId}`);
    await expect(page.getByText('两个版本')).toBeVisible();
    await expect(page.getByText(`「${lost}」`)).toBeVisible();
    await expect(page.getByText(`「${String(kept?.['phone'])}」(现在用的)`)).toBeVisible();
  }

  const page = first.page();
  await page.getByRole('button', { name: '改用另一个' }).click();
  await expect(page.getByText('两个版本')).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('两个版本')).toBeVisible();
  await turnTo(page, '/mine/sync');
  await expect(page.getByRole('heading', { name: '两个版本 1 处' })).toBeVisible();
  await page.getByRole('button', { name: '改用另一个' }).click();
  await expect(toast(page, '已定下来,已存手机')).toBeVisible();
  await waitUntilSynced(page);
  expect(personOf(door)).toEqual([expect.objectContaining({ phone: lost })]);
  await waitUntilSynced(second.page());
  await turnTo(second.page(), `/door/${door.dwellingId}`);
  await expect(second.page().getByText('两个版本')).toHaveCount(0);
});

test('a step that somebody else has already taken is refused, kept, and says what to do', async () => {
  const [need] = queryRows(
    server,
    `SELECT needs.id, dwellings.id AS door FROM needs JOIN dwellings ON dwellings.id = needs.dwelling_id
     WHERE needs.state = 'open' AND dwellings.floor IS NOT NULL`,
  );
  const address = `/need/${String(need?.['id'])}`;
  for (const phone of [first, second]) {
    await turnTo(phone.page(), address);
    await phone.goOffline();
    await phone.page().getByRole('button', { name: '开始办' }).click();
    await expect(toast(phone.page(), '已改为「在办」,已存手机')).toBeVisible();
  }
  await comeBack(first);
  await comeBack(second);
  const page = second.page();
  await expect(page.getByRole('heading', { name: '需要处理' })).toBeVisible();
  await expect(page.getByText('别人已经办到下一步了')).toBeVisible();
  await expect(page.getByText('打开看看现在到哪一步,再决定。')).toBeVisible();
  await turnTo(page, '/register');
  await page.getByRole('link', { name: '1 条要处理' }).click();
  await expect(page.getByText('别人已经办到下一步了')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '去掉' }).click();
  await expect(page.getByText('别人已经办到下一步了')).toHaveCount(0);
});
