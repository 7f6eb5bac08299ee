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

const comeBack = async (phone: Phone): Promise<void> => {
  await phone.goOnline();
  await waitUntilSynced(phone.page());
};

const currentMembers = (householdId: string) =>
  queryRows(
    server,
    'SELECT person_id AS person FROM memberships WHERE household_id = ? AND to_on IS NULL AND deleted = 0 ORDER BY id',
    householdId,
  ).map((row) => String(row['person']));

const addMember = async (page: Page, door: DemoDoor, name: string): Promise<void> => {
  await turnTo(page, `/household/${door.householdId}/new-member`);
  await page.getByLabel('姓名').fill(name);
  await page.getByRole('radio', { name: '常住' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
};

test('a household is split without a network while a colleague edits who goes, and both stand; 恢复 puts it back', async () => {
  const door = doorAt(demoDoors(server), 0);
  const page = first.page();
  await addMember(page, door, '钱晓燕');
  await waitUntilSynced(page);
  await waitUntilSynced(second.page());
  await second.page().reload();
  const before = currentMembers(door.householdId);
  await first.goOffline();
  await second.goOffline();

  await test.step('the page says what will move before anybody presses', async () => {
    await turnTo(page, `/household/${door.householdId}/split`);
    await page.getByRole('checkbox', { name: /钱晓燕/ }).check();
    await page.getByRole('radio', { name: '别的门' }).click();
    await page.getByRole('link', { name: '取消' }).click();
    await expect(page.getByRole('checkbox', { name: /钱晓燕/ })).toBeChecked();
    await expect(page.getByText(/钱晓燕 → /)).toBeVisible();
    await page.getByLabel('新的一户叫什么').fill('次卧');
    await page.getByRole('button', { name: '分开' }).click();
    await expect(toast(page, '已分成两户')).toBeVisible();
    await expect(page.getByText('钱晓燕')).toBeVisible();
  });

  const memberOf = (name: string) =>
    String(
      queryRows(
        server,
        'SELECT m.id FROM memberships m JOIN persons p ON p.id = m.person_id WHERE p.name = ?',
        name,
      )[0]?.['id'],
    );
  const other = second.page();
  await turnTo(other, `/member/${memberOf('钱晓燕')}/edit`);
  await other.getByLabel('联系电话').fill('19990000777');
  await other.getByRole('button', { name: '保存' }).click();
  await expect(toast(other, '已存手机')).toBeVisible();
  await comeBack(first);
  await comeBack(second);
  await waitUntilSynced(page);
  const [gone] = queryRows(server, "SELECT id FROM persons WHERE name = '钱晓燕'");
  expect(currentMembers(door.householdId)).toEqual(before.filter((id) => id !== gone?.['id']));
  expect(queryRows(server, "SELECT phone FROM persons WHERE name = '钱晓燕'")).toEqual([{ phone: '19990000777' }]);

  await test.step('the colleague sees it in the history, and puts it back', async () => {
    await waitUntilSynced(other);
    await turnTo(other, `/history/household/${door.householdId}`);
    await expect(other.getByText('分成两户')).toBeVisible();
    await other.getByRole('button', { name: '恢复' }).click();
    await other.getByRole('alertdialog').getByRole('button', { name: '恢复' }).click();
    await expect(toast(other, '已恢复,已存手机')).toBeVisible();
    await waitUntilSynced(other);
  });
  expect(currentMembers(door.householdId)).toEqual(before);
  expect(queryRows(server, "SELECT phone FROM persons WHERE name = '钱晓燕'")).toEqual([{ phone: '19990000777' }]);
});

test('a household is merged into another, and the toast takes it back', async () => {
  const [from, into] = [doorAt(demoDoors(server), 1), doorAt(demoDoors(server), 2)];
  const page = first.page();
  const [mine, theirs] = [currentMembers(from.householdId), currentMembers(into.householdId)];
  await turnTo(page, `/household/${from.householdId}/merge`);
  await page.getByRole('searchbox').fill(into.name);
  await page
    .getByRole('button', { name: new RegExp(into.name) })
    .first()
    .click();
  await expect(page.getByText('会这样变')).toBeVisible();
  await page.getByRole('button', { name: '并过去' }).click();
  await expect(toast(page, /已并到/)).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(toast(page, '已恢复,已存手机')).toBeVisible();
  await waitUntilSynced(page);
  expect([currentMembers(from.householdId), currentMembers(into.householdId)]).toEqual([mine, theirs]);
  expect(queryRows(server, 'SELECT to_on AS ended FROM households WHERE id = ?', from.householdId)).toEqual([
    { ended: null },
  ]);
});

test('one person registered twice is never merged across households without both being shown with year and address', async () => {
  const [one, two] = [doorAt(demoDoors(server), 3), doorAt(demoDoors(server), 4)];
  const page = first.page();
  await addMember(page, two, one.name);
  await turnTo(page, `/member/${one.membershipId}/merge`);
  const candidate = page.getByRole('button', { name: new RegExp(`${one.name}.*1号楼`) });
  await candidate.first().click();
  await expect(page.getByText(/年生/).first()).toBeVisible();
  await page.getByRole('button', { name: '并成一个人' }).click();
  await expect(page.getByText('先选留下哪一份')).toBeVisible();
  await page.getByRole('radio', { name: new RegExp(one.label) }).check();
  await page.getByRole('button', { name: '并成一个人' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByText('两份登记,一个人?')).toBeVisible();
  await question.getByRole('button', { name: '并成一个人' }).click();
  await expect(toast(page, `${one.name} 已并成一个人`)).toBeVisible();
  await waitUntilSynced(page);
  expect(currentMembers(two.householdId)).toContain(one.personId);
  await turnTo(page, `/history/person/${one.personId}`);
  await expect(page.getByRole('main').getByText('并成一个人')).toBeVisible();
});

test('a mixed record is taken apart, and the second person lives in the same household', async () => {
  const door = doorAt(demoDoors(server), 5);
  const page = first.page();
  await turnTo(page, `/member/${door.membershipId}/split`);
  await page.getByLabel('另一个人叫什么').fill('孙二宝');
  await page.getByRole('button', { name: '拆开' }).click();
  await expect(toast(page, '已拆出 孙二宝')).toBeVisible();
  await waitUntilSynced(page);
  expect(currentMembers(door.householdId)).toHaveLength(2);
});

test('nothing was said to the console', () => {
  const nothing = { consoleMessages: [], foreignRequests: [] };
  expect([first.complaints, second.complaints]).toEqual([nothing, nothing]);
});
