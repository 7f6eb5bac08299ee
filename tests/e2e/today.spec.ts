import { expect, type Locator, type Page, test } from '@playwright/test';
import { startOneWorker } from './harness/one-worker.ts';
import { createPhone, deskViewport, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import type { RunningServer } from './harness/running-server.ts';
import { acceptInvitation } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let phone: Phone;
let page: Page;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  ({ server, phone, page } = await startOneWorker());
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

/** A phone whose clock has jumped locks itself and starts anew, maybe while it is being opened. */
const openToday = (): Promise<void> =>
  expect(async () => {
    await page.goto('/today');
    await expect(page.getByRole('heading', { level: 1, name: '今天' })).toBeVisible();
  }).toPass();

/** Opens every part of the list that is folded. */
const unfoldAll = async (): Promise<void> => {
  const folded = page.getByRole('main').getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
};

const lines = (within: Locator | Page): Locator =>
  within.getByRole('listitem').filter({ has: page.getByRole('button', { name: /见到$/ }) });

const doorOf = async (line: Locator): Promise<string> =>
  (await line.getByRole('button', { name: /见到$/ }).getAttribute('aria-label'))?.split(' ')[0] ?? '';

const doorsOf = (list: Locator): Promise<string[]> =>
  lines(list).evaluateAll((items) =>
    items.map((item) => item.querySelector('button')?.getAttribute('aria-label')?.split(' ')[0] ?? ''),
  );

const toVisit = async (): Promise<number> =>
  Number((await page.getByRole('listitem').filter({ hasText: '户该去' }).innerText()).match(/\d+/)?.[0]);

test('a worker lands on the day: stairs in order, each from the top floor down', async () => {
  await expect(page).toHaveURL(/\/today$/);
  await unfoldAll();
  const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  const stairs = titles.filter((title) => title.includes('单元')).map((title) => title.replace(/ · .*/su, ''));
  expect(stairs.length).toBeGreaterThan(2);
  expect(stairs).toEqual([...stairs].sort());
  for (const stair of stairs) {
    const doors = (await doorsOf(page.getByRole('list', { name: stair }))).map(Number);
    const floors = doors.map((door) => Math.floor(door / 100));
    expect(floors).toEqual([...floors].sort((a, b) => b - a));
    for (const floor of new Set(floors)) {
      const beside = doors.filter((door) => Math.floor(door / 100) === floor);
      expect(beside).toEqual([...beside].sort((a, b) => a - b));
    }
  }
  expect(await toVisit()).toBeGreaterThan(5);
});

test('what is due in one household is one line, one sheet and one save', async () => {
  const [need] = queryRows(
    server,
    `SELECT n.id, n.household_id, n.detail, d.door_label FROM needs n JOIN dwellings d ON d.id = n.dwelling_id
     WHERE n.state = 'done' AND d.floor IS NOT NULL`,
  );
  const line = page.getByRole('link', { name: `回访:${need?.['detail']}` });
  await expect(line).toHaveCount(1);
  await line.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(need?.['door_label']));
  await page.getByRole('radio', { name: '见到' }).check();
  const question = page.getByRole('group', { name: new RegExp(String(need?.['detail'])) });
  await question.getByRole('radio', { name: '已回话' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '见到,已存手机')).toBeVisible();
  await expect(page).toHaveURL(/\/today$/);
  await expect(line).toHaveCount(0);

  await waitUntilSynced(page);
  const saved = queryRows(
    server,
    `SELECT name, at FROM mutations WHERE args LIKE '%' || ? || '%' OR args LIKE '%' || ? || '%' ORDER BY n`,
    String(need?.['id']),
    String(need?.['household_id']),
  );
  expect(saved.map(({ name }) => name)).toEqual(['visit.log', 'need.advance']);
  expect(new Set(saved.map(({ at }) => at)).size).toBe(1);
  const [told] = queryRows(server, 'SELECT state, answer FROM needs WHERE id = ?', String(need?.['id']));
  expect(told).toEqual({ state: 'answered', answer: '走访时说过了' });
});

test('one tap beside a door is a visit, and taking it back is another', async () => {
  await openToday();
  const before = await toVisit();
  const line = lines(page).filter({ hasText: '逾期' }).first();
  const door = await doorOf(line);
  await line.getByRole('button', { name: /见到$/ }).click();
  await expect(toast(page, `${door} 见到,已存手机`)).toBeVisible();
  await expect.poll(toVisit).toBe(before - 1);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(toast(page, `${door} 已撤销`)).toBeVisible();
  await expect.poll(toVisit).toBe(before);
});

test('a cadence that the desk changes reaches the phone', async () => {
  const desk = createPhone(server.origin, { viewport: deskViewport });
  const office = await acceptInvitation(desk, server.invitation('管理员'), 'zhoumin');
  const [community] = queryRows(server, `SELECT id FROM units WHERE kind = 'community'`);
  await turnTo(office, `/desk/cadences?community=${community?.['id']}`);
  const save = async (days: number): Promise<void> => {
    await office.getByRole('button', { name: '全部住户', exact: true }).click();
    await office.getByLabel('多少天一次').fill(String(days));
    await office.getByRole('button', { name: '保存' }).click();
    await expect(toast(office, '已保存「全部住户」')).toBeVisible();
  };
  const before = await toVisit();
  await save(14);
  await expect.poll(toVisit, { timeout: 20_000 }).toBeGreaterThan(before + 10);
  await unfoldAll();
  await expect(page.getByText('例行走访,每两周').first()).toBeVisible();
  await save(90);
  await expect.poll(toVisit, { timeout: 20_000 }).toBe(before);
  expect(desk.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
  await desk.remove();
});

test("the day's log is copied as numbers, without a name, a door or a telephone", async () => {
  await phone.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('link', { name: '今日小结' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '今日小结' })).toBeVisible();
  await page.getByRole('button', { name: '复制' }).click();
  await expect(toast(page, '已复制')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^【网格日志】\d{4}-\d{2}-\d{2} 周. 第一网格\n走访 \d+ 户:/u);
  expect(text).toContain('回话 1 件');
  for (const { name, phone: number } of queryRows(server, 'SELECT name, phone FROM persons')) {
    expect(text).not.toContain(String(name));
    if (number !== null) expect(text).not.toContain(String(number));
  }
  expect(text.replace(/\d{4}-\d{2}-\d{2}/u, '')).not.toMatch(/\d{3}/u);
});

test('nobody at home is tried at another hour, with the network off', async () => {
  await openToday();
  await phone.goOffline();
  // The coming Monday: the phone's own clock decides what hour it is.
  const monday = await page.evaluate(() => {
    const day = 86_400_000;
    const china = 8 * 3_600_000;
    let at = Math.floor((Date.now() + china) / day) * day - china + day;
    while (new Date(at + china).getUTCDay() !== 1) at += day;
    return at;
  });
  const setHour = async (hour: number): Promise<void> => {
    await page.clock.setFixedTime(monday + hour * 3_600_000);
    await openToday();
  };
  await setHour(9.5);
  const later = page.getByRole('list', { name: '换个时间再去' });
  const stair = page.getByRole('list', { name: /单元/ }).first();
  const line = lines(stair).filter({ hasText: '例行走访' }).first();
  const door = await doorOf(line);
  const stairName = (await stair.getAttribute('aria-label')) ?? '';
  await line.getByRole('button', { name: /无人$/ }).click();
  await expect(toast(page, `${door} 无人,已存手机`)).toBeVisible();
  await expect.poll(() => doorsOf(page.getByRole('list', { name: stairName }))).not.toContain(door);
  await unfoldAll();
  const waiting = lines(later).filter({ has: page.getByRole('button', { name: `${door} 见到` }) });
  await expect(waiting.first()).toContainText('上次无人(上午)');
  await expect(waiting.first()).toContainText(/(下午|傍晚|周末).*再去/);

  await setHour(18);
  await unfoldAll();
  await expect(
    lines(page.getByRole('list', { name: stairName })).filter({
      has: page.getByRole('button', { name: `${door} 见到` }),
    }),
  ).toContainText('上次无人(上午)');
  expect(phone.complaints.foreignRequests).toEqual([]);
});
