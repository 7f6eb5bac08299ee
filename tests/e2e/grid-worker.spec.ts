import { expect, type Page, test } from '@playwright/test';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { password } from './harness/password.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { dock, doorCell, openPlace, toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

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

const written = { note: '夜里起身不便 <b>𠮷</b> 䶮', door: '605', head: '䶮𠮷', child: '小𠮷', phone: '19990000602' };

/** What the phone says it keeps, at the head of the page. */
const unsentCount = (page: Page) => page.getByText(/已存手机 \d+/);

test('a round through a stairwell without a network is on the server once when the network is back', async () => {
  test.setTimeout(180_000);
  const [first, second, third, fourth] = [0, 1, 2, 3].map((at) => doorAt(demoDoors(server), at));
  if (!first || !second || !third || !fourth) throw new Error('four doors are needed');
  const startedAt = Date.now();
  let page = await phone.open('/sign-in');

  await test.step('the first pull shows how far it is, and brings the own grid and nothing of another', async () => {
    let show: () => void = () => undefined;
    const seen = new Promise<void>((resolve) => {
      show = resolve;
    });
    // A slow network: the answer comes once the page has been looked at.
    await page.route('**/sync/pull', async (route) => {
      await seen;
      await route.continue();
    });
    await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
    await expect(page.getByRole('heading', { name: '正在取住户' })).toBeVisible();
    await expect(page.getByRole('progressbar')).toBeVisible();
    show();
    await waitForFirstPull(page);
    await page.getByRole('link', { name: '住户' }).click();
    await expect(page.getByText('第一网格')).toBeVisible();
    await expect(page.getByRole('link', { name: '1号楼' })).toBeVisible();
    await expect(page.getByRole('link', { name: '3号楼' })).toHaveCount(0);
  });

  await test.step('two taps from the matrix log a visit, and one takes it back', async () => {
    await openPlace(page, '1号楼');
    await phone.goOffline();
    await doorCell(page, first.label).click();
    await dock(page, first.label).getByRole('button', { name: '见到' }).click();
    await expect(toast(page, `${first.label} 见到,已存手机`)).toBeVisible();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(toast(page, `${first.label} 已撤销`)).toBeVisible();
    await doorCell(page, second.label).click();
    await dock(page, second.label).getByRole('button', { name: '无人' }).click();
    await expect(toast(page, `${second.label} 无人,已存手机`)).toBeVisible();
  });

  await test.step('three taps log one of the rarer outcomes', async () => {
    await doorCell(page, third.label).click();
    await dock(page, third.label).getByRole('button', { name: '其他' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '拒访' }).click();
    await expect(toast(page, `${third.label} 拒访,已存手机`)).toBeVisible();
  });

  await test.step('a late entry with a need is written on the form', async () => {
    await doorCell(page, fourth.label).click();
    await dock(page, fourth.label).getByRole('link', { name: '看这一户' }).click();
    await page.getByRole('link', { name: '记走访' }).click();
    await page.getByRole('button', { name: '可补录' }).click();
    await page.getByLabel('什么时候去的').fill('2026-11-18T16:20');
    await page.getByRole('radio', { name: '见到' }).check();
    await page.getByRole('checkbox', { name: '装扶手' }).check();
    await page.getByLabel(/说说情况/).fill(written.note);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '已存手机')).toBeVisible();
    await expect(page.getByText(written.note)).toBeVisible();
    await expect(page.getByText('补录')).toBeVisible();
    await expect(page.getByText(/装扶手/).first()).toBeVisible();
  });

  await test.step('a telephone number is changed', async () => {
    await turnTo(page, `/member/${first.membershipId}/edit`);
    await page.getByLabel('联系电话').fill(written.phone);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '改了 1 项,已存手机')).toBeVisible();
  });

  await test.step('a door, a household and its people are made at the door', async () => {
    await openPlace(page, '1号楼');
    await page.getByRole('link', { name: '+ 新来的一户' }).click();
    await page.getByLabel('门牌').fill(written.door);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '这里住进一户' }).click();
    await page.getByLabel('姓名').fill(written.head);
    await page.getByLabel('与户主关系').selectOption({ label: '户主' });
    await page.getByRole('radio', { name: '常住' }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText(written.head)).toBeVisible();
    await page.getByRole('link', { name: '+ 添一个人' }).click();
    await page.getByLabel('姓名').fill(written.child);
    await page.getByRole('radio', { name: '常住' }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText(written.child)).toBeVisible();
    await expect(page.getByText('待核').first()).toBeVisible();
  });

  await test.step('a cold reload without a network loses nothing', async () => {
    await page.reload();
    await expect(page.getByText(written.child)).toBeVisible();
    await openPlace(page, '1号楼');
    await expect(doorCell(page, written.door)).toBeVisible();
    await expect(unsentCount(page)).toBeVisible();
  });

  await test.step('the app killed and opened again without a network has lost nothing', async () => {
    const before = await unsentCount(page).textContent();
    await phone.kill();
    page = await phone.open('/register');
    // A browser writes cookies down later than records, so a kill may also end the session; here it always does.
    await phone.context().clearCookies();
    await openPlace(page, '1号楼');
    expect(await unsentCount(page).textContent()).toBe(before);
    await doorCell(page, fourth.label).click();
    await dock(page, fourth.label).getByRole('link', { name: '看这一户' }).click();
    await page.getByText(written.note).click();
    await expect(page.getByRole('main').getByText('已存手机')).toBeVisible();
  });

  await test.step('with the network back everything is on the server once', async () => {
    const ofThisRound = `recorded_at >= ${startedAt}`;
    expect(queryRows(server, `SELECT id FROM visits WHERE ${ofThisRound}`)).toEqual([]);
    const visitPage = page.url();
    await phone.goOnline();
    await turnTo(page, '/mine/sync');
    await page.getByRole('link', { name: '去登录' }).click();
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await waitForFirstPull(page);
    await waitUntilSynced(page);
    await turnTo(page, visitPage);
    await expect(page.getByRole('main').getByText('已到服务器')).toBeVisible();
    const visits = queryRows(
      server,
      `SELECT door_label AS door, outcome, visits.note, is_late_entry AS late, void_of IS NOT NULL AS voids
       FROM visits JOIN dwellings ON dwellings.id = visits.dwelling_id WHERE ${ofThisRound}`,
    );
    const visit = { note: null, late: 0, voids: 0 };
    expect(visits).toHaveLength(5);
    expect(visits).toEqual(
      expect.arrayContaining([
        { ...visit, door: first.label, outcome: 'met' },
        expect.objectContaining({ door: first.label, voids: 1 }),
        { ...visit, door: second.label, outcome: 'noAnswer' },
        { ...visit, door: third.label, outcome: 'refused' },
        { ...visit, door: fourth.label, outcome: 'met', note: written.note, late: 1 },
      ]),
    );
    const made = queryRows(
      server,
      `SELECT persons.name, dwellings.door_label AS door, dwellings.verification FROM persons
       JOIN memberships ON memberships.person_id = persons.id
       JOIN households ON households.id = memberships.household_id
       JOIN dwellings ON dwellings.id = households.dwelling_id
       WHERE dwellings.door_label = ? AND persons.name IN (?, ?) ORDER BY persons.name`,
      written.door,
      written.head,
      written.child,
    );
    expect(made).toHaveLength(2);
    expect(queryRows(server, 'SELECT phone FROM persons WHERE id = ?', first.personId)).toEqual([
      { phone: written.phone },
    ]);
    expect(
      queryRows(server, `SELECT kind FROM needs WHERE household_id = ? AND kind = 'handrail'`, fourth.householdId),
    ).toHaveLength(1);
  });

  expect(phone.complaints).toEqual({ consoleMessages: [], foreignRequests: [] });
});
