import { expect, type Page, test } from '@playwright/test';
import { acceptByApi } from './harness/api-client.ts';
import { password } from './harness/password.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { pin } from './harness/pin.ts';
import { toast } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { queryRows } from './harness/stored-rows.ts';

let server: RunningServer;
let phone: Phone;

test.beforeAll(async () => {
  server = await startServer();
  phone = createPhone(server.origin, { typesPins: false });
});

test.afterAll(async () => {
  await phone.remove();
  await server.remove();
});

/** Presses Tab until what is wanted has the focus: nothing else is ever pressed to get there. */
const tabTo = async (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<void> => {
  const wanted = page.getByRole(role, { name });
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${role} ${String(name)}`);
};

test('from signing in to a saved visit by the keyboard alone, with the focus where the work goes on', async () => {
  await acceptByApi(server, server.invitation('网格员', '王芳'), 'wangfang');
  const page = await phone.open('/sign-in');
  await tabTo(page, 'textbox', '用户名');
  await page.keyboard.type('wangfang');
  await tabTo(page, 'textbox', '密码');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '设一个 PIN' })).toBeVisible();
  await tabTo(page, 'textbox', 'PIN');
  await page.keyboard.type(pin);
  await tabTo(page, 'textbox', '再输一次');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /今天/ })).toBeVisible();
  await tabTo(page, 'link', '住户');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '住户' })).toBeFocused();
  await tabTo(page, 'link', /1号楼/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /1号楼/ })).toBeFocused();
  // The stairwell is one stop of the Tab key; inside it the arrows walk from door to door.
  await tabTo(page, 'button', /^\d+,/);
  const before = await focusedName(page);
  await page.keyboard.press('ArrowRight');
  const door = await focusedName(page);
  expect(door).not.toBe(before);
  await page.keyboard.press('Enter');
  const known = visitsAt(door);
  await tabTo(page, 'button', '见到');
  await page.keyboard.press('Enter');
  await expect(toast(page, `${door} 见到,已存手机`)).toBeVisible();
  await expect.poll(() => visitsAt(door), { timeout: 30_000 }).toBe(known + 1);
});

/** The door that has the focus, by the first word of its name. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(',')[0] ?? '');

const visitsAt = (door: string): number =>
  queryRows(
    server,
    `SELECT visits.id FROM visits JOIN dwellings ON dwellings.id = visits.dwelling_id
     WHERE visits.outcome = 'met' AND visits.visitor_name = '王芳' AND dwellings.door_label = ?`,
    door,
  ).length;
