import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DemoDoor, demoDoors, doorAt } from './harness/demo-doors.ts';
import { downloadWorkbook } from './harness/downloaded-workbook.ts';
import { createPhone, deskViewport, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import type { RunningServer } from './harness/running-server.ts';
import { signIn } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';
import { startTwoWorkers } from './harness/two-workers.ts';

let server: RunningServer;
let first: Phone;
let second: Phone;
let desk: Phone;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  ({ server, first, second } = await startTwoWorkers());
  desk = createPhone(server.origin, { viewport: deskViewport });
  page = await signIn(desk, 'zhoumin');
});

test.afterAll(async () => {
  for (const phone of [first, second, desk]) await phone.remove();
  await server.remove();
});

/** Opens a page of the desk afresh, as somebody who comes back to it sees it. */
const openDesk = async (path: string): Promise<void> => {
  await page.goto(path);
  await page.getByLabel('社区或村').selectOption({ label: '青禾路社区' });
};

const openSets = async (): Promise<void> => {
  await openDesk('/desk/question-sets');
  await expect(page.getByRole('row', { name: /五项核对/ })).toBeVisible();
};

/** Lets a phone send what it holds, and waits until it has. */
const catchUp = async (phone: Phone): Promise<void> => {
  await phone.goOnline();
  await waitUntilSynced(phone.page());
};

const openVisit = async (phone: Phone, door: DemoDoor): Promise<Page> => {
  await turnTo(phone.page(), `/door/${door.dwellingId}/visit`);
  await phone.page().getByRole('radio', { name: '见到' }).check();
  return phone.page();
};

const unfold = async (sheet: Page, set: string): Promise<Locator> => {
  await sheet.locator('summary', { hasText: set }).click();
  return sheet.getByRole('group').filter({ has: sheet.locator('summary', { hasText: set }) });
};

/** Waits until the phone has the new version, and takes back what was pressed to see it. */
const learnNewVersion = async (phone: Phone, door: DemoDoor): Promise<void> => {
  const sheet = await openVisit(phone, door);
  const campaign = await unfold(sheet, '反诈宣传');
  await campaign.getByRole('radio', { name: '已讲解' }).check();
  await expect(campaign.getByRole('group', { name: '装了反诈App' })).toBeVisible({ timeout: 30_000 });
  await campaign.getByRole('radio', { name: '已讲解' }).click();
  await phone.goOffline();
};

const save = async (sheet: Page): Promise<void> => {
  await sheet.getByRole('button', { name: '保存' }).click();
  await expect(toast(sheet, '已存手机')).toBeVisible();
};

const openLedger = async (): Promise<void> => {
  await openDesk('/desk/ledgers/visits');
  await expect(page.getByRole('columnheader', { name: '反诈宣传 · 海报(张)' })).toBeVisible();
};

const posterSum = (): Locator => page.locator('tfoot td').filter({ hasText: /^\d+$/ }).first();

test('an administrator adds a question to the campaign, sees it as on a phone, and saves a new version', async () => {
  await openSets();
  await page.getByRole('link', { name: '反诈宣传' }).click();
  await page.getByRole('button', { name: '添一题' }).click();
  const question = page.getByRole('group', { name: '第 4 题' });
  await page.getByRole('button', { name: '存成新的一版' }).click();
  await expect(question.getByText('写上问什么')).toBeVisible();
  await question.getByLabel('问什么', { exact: true }).fill('装了反诈App');
  await question.getByLabel('什么时候问').selectOption({ label: '看「反诈知识」怎么答' });
  await question.getByRole('checkbox', { name: '已讲解' }).check();
  const preview = page.getByRole('complementary', { name: '手机上的样子' });
  await expect(preview.getByText('装了反诈App')).toHaveCount(0);
  await preview.getByRole('radio', { name: '已讲解' }).check();
  await expect(preview.getByText('装了反诈App')).toBeVisible();
  await page.getByRole('button', { name: '存成新的一版' }).click();
  await expect(toast(page, '反诈宣传 已存')).toBeVisible();
  await expect(page.getByRole('row', { name: /反诈宣传/ })).toContainText('第 2 版');
});

test('two phones get it and answer it without a network, and their posters add up', async () => {
  const doors = demoDoors(server);
  await learnNewVersion(first, doorAt(doors, 3));
  await learnNewVersion(second, doorAt(doors, 3));

  const mine = await openVisit(first, doorAt(doors, 0));
  const campaign = await unfold(mine, '反诈宣传');
  await campaign.getByRole('radio', { name: '已讲解' }).check();
  await campaign.getByRole('group', { name: '装了反诈App' }).getByRole('radio', { name: '是', exact: true }).check();
  await campaign.getByLabel('海报', { exact: true }).fill('12');
  await campaign.getByRole('button', { name: '宣传页:多一个' }).click();
  const five = await unfold(mine, '五项核对');
  await five.getByRole('group', { name: '饮水', exact: true }).getByRole('radio', { name: '有困难' }).check();
  await five.getByLabel('饮水:有什么困难').fill('水压小');
  await save(mine);

  const theirs = await openVisit(second, doorAt(doors, 1));
  await (await unfold(theirs, '反诈宣传')).getByLabel('海报', { exact: true }).fill('8');
  await save(theirs);

  await catchUp(first);
  await catchUp(second);
  const sheets = queryRows(server, 'SELECT answers FROM answer_sheets ORDER BY answers').map((row) =>
    JSON.parse(String(row['answers'])),
  );
  expect(sheets).toHaveLength(3);
  expect(sheets).toContainEqual({ water: 'hard', waterWhat: '水压小' });
  await openSets();
  await expect(page.getByRole('row', { name: /反诈宣传/ })).toContainText('海报 20 张');
  await openLedger();
  await expect(posterSum()).toHaveText('20');
  await expect(page.getByRole('cell', { name: '有困难' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '水压小' })).toHaveCount(0);
  const workbook = await downloadWorkbook(page, () => page.getByRole('button', { name: '导出 .xlsx' }).click());
  expect(workbook.text).toContain('装了反诈App');
  expect(workbook.text).toMatch(/合计.*\t20\t1(\t|\n|$)/);
  expect(workbook.text).not.toContain('水压小');
});

test('what is known is confirmed with one tap, and the visit tells what was answered', async () => {
  const door = doorAt(demoDoors(server), 0);
  const sheet = await openVisit(first, door);
  const five = await unfold(sheet, '五项核对');
  await expect(five.getByText(/上次 .*饮水 有困难\(水压小\)/)).toBeVisible();
  await expect(five.getByText('吃穿', { exact: true })).toHaveCount(0);
  await five.getByRole('radio', { name: '还是这样' }).check();
  await save(sheet);
  await sheet.getByRole('link', { name: /见到/ }).first().click();
  await expect(sheet.getByText('饮水 有困难(水压小)')).toBeVisible();
  await catchUp(first);
  const confirmed = queryRows(server, "SELECT answers FROM answer_sheets WHERE set_key = 'fiveItems'");
  expect(new Set(confirmed.map((row) => row['answers'])).size).toBe(1);
  expect(confirmed).toHaveLength(2);
});

test('a visit that does not count takes its posters along', async () => {
  const [visit] = queryRows(
    server,
    `SELECT s.visit_id AS id FROM answer_sheets s WHERE s.set_key = 'antiFraud' AND json_extract(s.answers, '$.posters') = 8`,
  );
  const sheet = second.page();
  await turnTo(sheet, `/visit/${String(visit?.['id'])}`);
  await sheet.getByRole('button', { name: '这次不算' }).click();
  await sheet.getByRole('dialog').getByLabel('为什么不算').fill('点错了门');
  await sheet.getByRole('dialog').getByRole('button', { name: '这次不算' }).click();
  await expect(toast(sheet, '已标明不算')).toBeVisible();
  await catchUp(second);
  await openSets();
  await expect(page.getByRole('row', { name: /反诈宣传/ })).toContainText('海报 12 张');
  await openLedger();
  await expect(posterSum()).toHaveText('12');
});

test('a set that is switched off is not asked any more', async () => {
  await openSets();
  await page
    .getByRole('row', { name: /五项核对/ })
    .getByRole('button', { name: '停用' })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: '停用' }).click();
  await expect(toast(page, '五项核对 已停用')).toBeVisible();
  const sheet = await openVisit(second, doorAt(demoDoors(server), 2));
  await expect(sheet.getByRole('heading', { name: '反诈宣传' })).toBeVisible();
  await expect(sheet.getByText('五项核对')).toHaveCount(0);
});

test('an administrator whose version was overtaken is told so and opens the newest', async () => {
  await openSets();
  await page.getByRole('link', { name: '反诈宣传' }).click();
  await page.getByLabel('名称', { exact: true }).fill('我的反诈');
  await page.evaluate(async () => {
    const community = new URL(location.href).searchParams.get('community');
    const listed = await (await fetch(`/api/v1/question-sets?community=${community}`)).json();
    const { setKey, setVersion, kind, nameEn, questions, audience, fromOn, toOn } = listed.sets.find(
      (one: { readonly setKey: string }) => one.setKey === 'antiFraud',
    );
    const set = {
      setKey,
      baseVersion: setVersion,
      kind,
      name: '别人的反诈',
      nameEn,
      questions,
      audience,
      fromOn,
      toOn,
    };
    await fetch('/api/v1/question-sets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ community, set }),
    });
  });
  await page.getByRole('button', { name: '存成新的一版' }).click();
  await expect(page.getByText('别人刚刚改过')).toBeVisible();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('我的反诈');
  await page.getByRole('button', { name: '打开最新的' }).click();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('别人的反诈');
});
