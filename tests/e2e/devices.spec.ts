import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { readRestingStorage } from './harness/device-storage.ts';
import { type Gate, openGate } from './harness/gate.ts';
import { createPhone, deskViewport, type Phone } from './harness/phone.ts';
import { toast } from './harness/register-steps.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';
import { startTwoWorkers, type TwoWorkers } from './harness/two-workers.ts';

const lost = ['老人说 𠮷家的水管漏了', '夜里起身不便,想装扶手'];
const left = '邻居说下周搬走';

let place: TwoWorkers;
let gate: Gate;
let desk: Phone;

test.beforeEach(async () => {
  place = await startTwoWorkers(async (origin) => {
    gate = await openGate(origin);
    return gate.origin;
  });
  desk = createPhone(place.server.origin, { viewport: deskViewport });
});

test.afterEach(async () => {
  await place.first.remove();
  await place.second.remove();
  await desk.remove();
  await gate.remove();
  await place.server.remove();
});

/** Saves what was heard at a door on the phone. */
const logVisit = async (page: Page, at: number, note: string): Promise<void> => {
  await turnTo(page, `/door/${doorAt(demoDoors(place.server), at).dwellingId}/visit`);
  await page.getByRole('radio', { name: '见到' }).check();
  await page.getByLabel(/说说情况/).fill(note);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(toast(page, '已存手机')).toBeVisible();
};

/** Who is told to have written down what was heard at a door, once for each time it counts. */
const authorsOf = (note: string): readonly unknown[] =>
  queryRows(
    place.server,
    `SELECT accounts.name FROM visits
     JOIN mutations ON json_extract(mutations.args, '$.visit.id') = visits.id
     JOIN accounts ON accounts.id = mutations.account_id WHERE visits.note = ?`,
    note,
  ).map(({ name }) => name);

test('a lost phone hands in its work, which counts once under its author, and then holds nothing any more', async () => {
  test.setTimeout(240_000);
  const page = place.first.page();
  // The phone cannot send by itself, and reaches the server only when it is found again.
  gate.shut('push', 'deposits');
  for (const [at, note] of lost.entries()) await logVisit(page, at, note);
  await place.first.goOffline();

  await test.step('the desk asks for it, and is told what becomes of unsent work', async () => {
    const admin = await signIn(desk, 'zhoumin');
    await turnTo(admin, '/desk/accounts');
    await admin.getByRole('link', { name: '看 王芳' }).click();
    const sheet = admin.getByRole('dialog', { name: '王芳' });
    await expect(sheet.getByText(/在用 · 上次连上/)).toBeVisible();
    await expectAccessible(admin);
    await sheet.getByRole('button', { name: /^抹除 Android · Chrome/ }).click();
    const dialog = admin.getByRole('alertdialog');
    await expect(dialog).toContainText('先把没传的记录交上来');
    await expectAccessible(admin);
    await dialog.getByRole('button', { name: '抹除这部手机' }).click();
    await expect(toast(admin, '已让它抹除')).toBeVisible();
    await expect(sheet.getByText(/等它联网就抹除/)).toBeVisible();
  });

  expect([authorsOf(lost[0] ?? ''), authorsOf(lost[1] ?? '')]).toEqual([[], []]);
  gate.shut('push');
  await place.first.goOnline();
  await page.goto('/');
  await expect
    .poll(() => queryRows(place.server, 'SELECT id FROM sessions WHERE wiped_at IS NOT NULL').length, {
      timeout: 60_000,
    })
    .toBe(1);
  for (const note of lost) expect(authorsOf(note)).toEqual(['王芳']);

  await page.goto('/healthz');
  const storage = await readRestingStorage(page);
  expect([storage.indexedDb, storage.cached, storage.sessionStorage]).toEqual([{}, [], '{}']);
  expect(storage.localStorage).not.toMatch(/王芳|lianxin\.(session|people|sentinel)/);
  expect(await page.context().cookies()).toEqual([]);
});

test('a colleague’s phone hands in what the former user of it could not send', async () => {
  test.setTimeout(240_000);
  const { first, server } = place;
  const page = first.page();
  gate.shut('push', 'deposits');
  await logVisit(page, 2, left);
  await turnTo(page, '/mine');
  await first.context().clearCookies();
  expect(authorsOf(left)).toEqual([]);

  await test.step('somebody else signs in on the same phone', async () => {
    gate.shut('push');
    await acceptInvitation(first, server.invitation('志愿者'), 'chenchen');
  });
  await expect.poll(() => authorsOf(left), { timeout: 60_000 }).toEqual(['王芳']);
  await waitForFirstPull(page);
  expect(authorsOf(left)).toEqual(['王芳']);
});
