import { expect, type Page, test } from '@playwright/test';
import { demoDoors, doorAt } from './harness/demo-doors.ts';
import { readDeviceStorage, readRestingStorage } from './harness/device-storage.ts';
import { type Gate, openGate } from './harness/gate.ts';
import { createPhone, type Phone } from './harness/phone.ts';
import { toast } from './harness/register-steps.ts';
import { type RunningServer, startServer } from './harness/running-server.ts';
import { acceptInvitation, signIn, waitForFirstPull } from './harness/sign-in-steps.ts';
import { queryRows } from './harness/stored-rows.ts';
import { turnTo } from './harness/turn-to.ts';
import { setPin, waitForNewPin } from './harness/unlock-steps.ts';

let server: RunningServer;
let gate: Gate;
let before: Phone;
let after: Phone;

test.beforeAll(async () => {
  server = await startServer();
  gate = await openGate(server.origin);
  before = createPhone(gate.origin);
  after = createPhone(gate.origin, { typesPins: false });
});

test.afterAll(async () => {
  await before.remove();
  await after.remove();
  await gate.remove();
  await server.remove();
});

const note = '旧版本里记下、还没传的';
const draft = '旧版本里写了一半的';

/** The tables of the version before the sealed store, with the keys they have in them. */
const oldTables = {
  rows: ['table', 'id'],
  outbox: ['communityId', 'key'],
  attention: ['communityId', 'key'],
  kept: ['communityId', 'key'],
  meta: 'communityId',
  drafts: 'form',
} as const;

type OldDatabase = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** What a phone holds, opened: every value as readable text, as the version before kept it. */
const readAsBefore = async (page: Page): Promise<{ readonly name: string; readonly tables: OldDatabase }> => {
  const { indexedDb } = await readDeviceStorage(page);
  const [place = ''] = Object.keys(indexedDb).filter((key) => key.endsWith('/meta'));
  const name = place.replace('/meta', '');
  const tables = Object.keys(oldTables).map((table) => [
    table,
    (indexedDb[`${name}/${table}`] ?? []).map((text) => {
      const { deposit: _, ...record } = JSON.parse(text);
      return record;
    }),
  ]);
  const before: Record<string, Record<string, unknown>[]> = Object.fromEntries(tables);
  // That version knew no packs and counted none.
  const counts = { rows: before['rows']?.length, outbox: before['outbox']?.length };
  return { name, tables: { ...before, meta: (before['meta'] ?? []).map((meta) => ({ ...meta, counts })) } };
};

const plantOldDatabase = (page: Page, name: string, tables: OldDatabase): Promise<void> =>
  page.evaluate(
    async ({ name, tables, keys }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name, 20);
        request.onupgradeneeded = () => {
          for (const [table, keyPath] of Object.entries(keys)) {
            const store = request.result.createObjectStore(table, { keyPath: keyPath as string | string[] });
            if (Array.isArray(keyPath)) store.createIndex('communityId', 'communityId');
          }
          request.result.createObjectStore('ballast', { keyPath: 'key' });
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(Object.keys(keys), 'readwrite');
      for (const [table, records] of Object.entries(tables))
        for (const record of records) transaction.objectStore(table).put(record);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      database.close();
    },
    { name, tables, keys: oldTables },
  );

test('what the version before kept readable is sealed with the first PIN, and unsent work and drafts come through', async () => {
  test.setTimeout(240_000);
  const doors = demoDoors(server);
  const [first, second] = [doorAt(doors, 1), doorAt(doors, 2)];
  const old = await test.step('a register with unsent work and a draft, as the version before kept it', async () => {
    const page = await acceptInvitation(before, server.invitation('网格员', '王芳'), 'wangfang');
    await waitForFirstPull(page);
    gate.shut('push', 'deposits');
    await turnTo(page, `/door/${first.dwellingId}/visit`);
    await page.getByRole('radio', { name: '见到' }).check();
    await page.getByLabel(/说说情况/).fill(note);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(toast(page, '已存手机')).toBeVisible();
    await turnTo(page, `/door/${second.dwellingId}/visit`);
    await page.getByLabel(/说说情况/).fill(draft);
    await expect.poll(async () => JSON.stringify(await readAsBefore(page)), { timeout: 20_000 }).toContain(draft);
    const read = await readAsBefore(page);
    await before.close();
    return read;
  });
  expect(old.tables['outbox']).toHaveLength(1);
  const page = await signIn(after, 'wangfang');
  await waitForNewPin(page);
  await plantOldDatabase(page, old.name, old.tables);
  expect(JSON.stringify(await readRestingStorage(page))).toContain(note);
  await page.reload();
  await setPin(page);
  await waitForFirstPull(page);
  await test.step('nothing readable is left, and the owner finds everything', async () => {
    const resting = JSON.stringify(await readRestingStorage(page));
    for (const text of [note, draft, first.name]) expect(resting.includes(text), text).toBe(false);
    const opened = JSON.stringify(await readDeviceStorage(page));
    for (const text of [note, draft, first.name]) expect(opened.includes(text), text).toBe(true);
    await turnTo(page, `/door/${second.dwellingId}/visit`);
    await expect(page.getByLabel(/说说情况/)).toHaveValue(draft);
  });
  await test.step('the unsent work is sent, once, and could have been handed in without the PIN', async () => {
    const { indexedDb } = await readRestingStorage(page);
    expect(indexedDb[`${old.name}/outbox`]?.every((record) => JSON.parse(record).deposit)).toBe(true);
    gate.shut();
    await turnTo(page, '/mine/sync');
    await expect(page.getByText('都传上去了')).toBeVisible({ timeout: 30_000 });
    expect(queryRows(server, 'SELECT visitor_name AS who FROM visits WHERE note = ?', note)).toEqual([{ who: '王芳' }]);
  });
});
