import { checkCharacterOf } from '@lianxin/domain';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { demoDoors } from './harness/demo-doors.ts';
import { readDeviceStorage } from './harness/device-storage.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

const numberOf = (first17: string): string => first17 + checkCharacterOf(first17);
const known = numberOf('41059919620721257');
const fresh = numberOf('41059920150301221');

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

/** Somebody of the worker's own grid whose number nobody has registered yet. */
const unregisteredMember = () => {
  const doors = demoDoors(server).map(({ householdId }) => householdId);
  const [found] = queryRows(
    server,
    `SELECT memberships.id AS membership, household_id AS household, person_id AS person FROM memberships
     JOIN persons ON persons.id = memberships.person_id
     WHERE identity_number_state = 'none' AND household_id IN (${doors.map(() => '?').join(', ')})`,
    ...doors,
  );
  if (found === undefined) throw new Error('everybody in the demo has a number');
  return {
    membershipId: String(found['membership']),
    householdId: String(found['household']),
    personId: String(found['person']),
  };
};

const stateOf = (personId: string): unknown =>
  queryRows(server, 'SELECT identity_number_state AS state FROM persons WHERE id = ?', personId)[0]?.['state'];

test('an ID number typed at the door is registered without a network, and no digit of it stays on the phone', async () => {
  test.setTimeout(180_000);
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await waitForFirstPull(page);
  const door = unregisteredMember();
  await phone.goOffline();
  const field = page.getByLabel('身份证号(可不填)');

  await test.step('a slip is said at once and nothing is saved', async () => {
    await turnTo(page, `/member/${door.membershipId}/edit`);
    await field.fill(`${known.slice(0, 17)}${known.endsWith('1') ? '2' : '1'}`);
    await field.blur();
    await expect(page.getByText('号码对不上')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the right number is sealed as soon as the field is left', async () => {
    await field.fill(` ${known.slice(0, 6)} ${known.slice(6, 14)} ${known.slice(14).toLowerCase()}`);
    await field.blur();
    await expect(page.getByText('已加密,保存后登记')).toBeVisible();
    await expect(field).toHaveValue('');
  });

  await test.step('it is registered with the form and not before; a form that was left still has it', async () => {
    await turnTo(page, `/member/${door.membershipId}`);
    expect(JSON.stringify(await readDeviceStorage(page))).not.toContain('person.identify');
    await turnTo(page, `/member/${door.membershipId}/edit`);
    await expect(page.getByText('上次写了一半,还在这里')).toBeVisible();
    await expect(page.getByText('已加密,保存后登记')).toBeVisible();
    await page.getByLabel('联系电话').fill('13900001234');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '改了 2 项,已存手机')).toBeVisible();
    expect(JSON.stringify(await readDeviceStorage(page))).toContain('person.identify');
    await turnTo(page, `/member/${door.membershipId}/edit`);
    await expect(page.getByText('已登记(待传)')).toBeVisible();
  });

  await test.step('a newcomer gets theirs in the same save', async () => {
    await turnTo(page, `/household/${door.householdId}/new-member`);
    await page.getByLabel('姓名').fill('覃小禾');
    await page.getByRole('radio', { name: '常住' }).check();
    await field.fill(fresh);
    // Straight from the field to the button, as a thumb does.
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('覃小禾')).toBeVisible();
  });

  const kept = JSON.stringify(await readDeviceStorage(page));
  for (const number of [known, fresh]) {
    expect(kept).not.toContain(number);
    expect(kept).not.toContain(number.slice(0, 17));
  }
  expect(kept).toContain('lianxin-text');

  await phone.goOnline();
  await waitUntilSynced(page);
  expect(stateOf(door.personId)).toBe('registered');
  const [newcomer] = queryRows(server, "SELECT id, birth_on, sex FROM persons WHERE name = '覃小禾'");
  expect([stateOf(String(newcomer?.['id'])), newcomer?.['birth_on']]).toEqual(['registered', '2015-03-01']);
  const stored = JSON.stringify(queryRows(server, "SELECT args FROM mutations WHERE name = 'person.identify'"));
  expect(stored).not.toMatch(new RegExp(`${known}|${fresh}|sealed`));
  await turnTo(page, `/member/${door.membershipId}/edit`);
  await expect(page.getByText('已登记。号码不在手机上')).toBeVisible();
});
