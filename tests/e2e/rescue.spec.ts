import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './harness/accessibility.ts';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { readDeviceStorage } from './harness/device-storage.ts';
import { type Gate, openGate } from './harness/gate.ts';
import { createPhone, deskViewport, type Phone } from './harness/phone.ts';
import { toast, waitUntilSynced } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';

let server: RunningServer;
let gate: Gate;
let phone: Phone;
let desk: Phone;

test.beforeAll(async () => {
  server = await startServer();
  gate = await openGate(server.origin);
  phone = createPhone(gate.origin);
  desk = createPhone(server.origin, { viewport: deskViewport });
});

test.afterAll(async () => {
  await phone.remove();
  await desk.remove();
  await gate.remove();
  await server.remove();
});

const notes = ['老人说 𠮷家的水管漏了', '夜里起身不便,想装扶手'];

const visitsWith = (note: string): number => queryRows(server, 'SELECT id FROM visits WHERE note = ?', note).length;

let isInvitationUsed = false;

/** The person is always the same; only the first phone takes the invitation up. */
const comeIn = async (on: Phone): Promise<Page> => {
  const page = isInvitationUsed
    ? await signIn(on, 'wangfang')
    : await acceptInvitation(on, server.invitation('网格员', '王芳'), 'wangfang');
  isInvitationUsed = true;
  await waitForFirstPull(page);
  return page;
};

/** Presses what exports, and reads the file that comes. */
const exportFile = async (
  page: Page,
  name: string | RegExp,
): Promise<{ readonly path: string; readonly text: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  const path = await download.path();
  expect(download.suggestedFilename()).toMatch(/^lianxin-\d{4}-\d{2}-\d{2}-.*\.lianxin$/);
  return { path, text: readFileSync(path, 'utf8') };
};

const choose = async (page: Page, file: { readonly name: string; readonly text: string }): Promise<void> => {
  const buffer = Buffer.from(file.text);
  await page.getByLabel('选手机导出的文件').setInputFiles({ name: file.name, mimeType: 'application/json', buffer });
};

test('work that a phone cannot send reaches the server as a sealed file, and counts once when the phone comes back', async () => {
  test.setTimeout(240_000);
  const page = await comeIn(phone);
  gate.shut('push', 'deposits');
  for (const [at, note] of notes.entries()) {
    await turnTo(page, `/door/${doorAt(demoDoors(server), at).dwellingId}/visit`);
    await page.getByRole('radio', { name: '见到' }).check();
    await page.getByLabel(/说说情况/).fill(note);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '已存手机')).toBeVisible();
  }
  await phone.goOffline();

  const file =
    await test.step('the file is made without a network, and shows nothing to whoever finds it', async () => {
      await turnTo(page, '/mine/sync');
      const made = await exportFile(page, '导出文件');
      await expect(toast(page, '2 条已放进文件')).toBeVisible();
      expect(Object.keys(JSON.parse(made.text)).sort()).toEqual([
        'ephemeral',
        'format',
        'iv',
        'keyId',
        'salt',
        'sealed',
        'version',
      ]);
      for (const text of [...notes, '王芳', '水管', Buffer.from('水管').toString('base64').slice(0, 8)])
        expect(made.text).not.toContain(text);
      expect(JSON.stringify((await readDeviceStorage(page)).indexedDb)).toContain(notes[0]);
      return made;
    });

  const sealedBefore =
    await test.step('it can also be made from the sign-in page, after its author has signed out, without any PIN', async () => {
      await phone.goOnline();
      await turnTo(page, '/mine');
      await page.getByRole('button', { name: '退出登录' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '退出登录' }).click();
      await expect(page.getByText('王芳的 2 条待上传')).toBeVisible();
      await phone.goOffline();
      const again = await exportFile(page, '导出王芳的文件');
      for (const text of [...notes, '王芳']) expect(again.text).not.toContain(text);
      return again;
    });

  const office = await acceptInvitation(desk, server.invitation('管理员'), 'zhoumin');

  await test.step('the desk refuses what is no such file, a file of another server and a damaged one', async () => {
    await turnTo(office, '/desk/rescues');
    await choose(office, { name: 'a.lianxin', text: 'PK' });
    await expect(office.getByRole('alert')).toContainText('这不是手机导出的记录文件');
    const envelope = JSON.parse(file.text);
    await choose(office, { name: 'b.lianxin', text: JSON.stringify({ ...envelope, keyId: 'AAAAAAAAAAAAAAAA' }) });
    await expect(office.getByRole('alert')).toContainText('这个文件是给另一台服务器的');
    const sealed = `${envelope.sealed.slice(0, -6)}AAAAAA`;
    await choose(office, { name: 'c.lianxin', text: JSON.stringify({ ...envelope, sealed }) });
    await expect(office.getByRole('alert')).toContainText('可能不完整');
  });

  await test.step('the desk says whose it is and how much before it takes it, and what became of it', async () => {
    for (const [round, { text }] of [file, sealedBefore].entries()) {
      await choose(office, { name: '王芳.lianxin', text });
      await expect(office.getByText('王芳', { exact: true })).toBeVisible();
      await expect(office.getByText('2 条', { exact: true })).toBeVisible();
      await expect(office.getByText('青禾路社区', { exact: true })).toBeVisible();
      if (round === 0) {
        expect(notes.map(visitsWith)).toEqual([0, 0]);
        await expectAccessible(office);
      }
      await office.getByRole('button', { name: '收下' }).click();
      await expect(office.getByText('2 条已入册')).toBeVisible();
      if (round === 0) await expectAccessible(office);
      expect(notes.map(visitsWith)).toEqual([1, 1]);
      await office.getByRole('button', { name: '再交一个' }).click();
    }
  });

  await test.step('the audit tells who handed in how much, and not a word of it', async () => {
    await turnTo(office, '/desk/audit');
    await expect(office.getByText('代交手机里的记录').first()).toBeVisible();
    await expect(office.getByText('水管')).toHaveCount(0);
  });

  await test.step('the phone comes back and sends the same: everything is there once', async () => {
    gate.shut();
    await phone.goOnline();
    await signIn(phone, 'wangfang');
    await waitUntilSynced(page);
    expect(notes.map(visitsWith)).toEqual([1, 1]);
  });
});

test('a phone whose register cannot be opened still hands out what it holds', async () => {
  const broken = createPhone(gate.origin);
  try {
    const page = await comeIn(broken);
    gate.shut('push', 'deposits');
    await turnTo(page, `/door/${doorAt(demoDoors(server), 3).dwellingId}/visit`);
    await page.getByRole('radio', { name: '无人' }).check();
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '已存手机')).toBeVisible();
    // Whatever reads rows of the register fails; the outbox can be read.
    await page.addInitScript(() => {
      const index = IDBObjectStore.prototype.index;
      IDBObjectStore.prototype.index = function (this: IDBObjectStore, name: string) {
        if (this.name === 'rows') throw new DOMException('Internal error', 'UnknownError');
        return index.call(this, name);
      };
    });
    await page.goto('/register');
    await expect(page.getByRole('heading', { name: '手机的存储打不开' })).toBeVisible();
    await expectAccessible(page);
    const file = await exportFile(page, '导出文件');
    // Nobody can type a PIN here: what was sealed to the server when it was saved is all that can be handed out.
    expect(JSON.parse(file.text).format).toBe('lianxin-deposits');
  } finally {
    await broken.remove();
  }
});
