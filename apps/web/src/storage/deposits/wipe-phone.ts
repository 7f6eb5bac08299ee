import { Dexie } from 'dexie';
import { databaseName } from '../database.ts';
import { forgetSession, useDeviceSession } from '../device-session.ts';
import { forgetPerson } from '../known-people.ts';
import { answerOf, endOf, withRawDatabase } from '../raw-database.ts';
import { forgetHeardLease } from '../vault/heard-lease.ts';
import { handInDeposits } from './hand-in-deposits.ts';
import { noteUnfinishedWipe } from './unfinished-wipes.ts';

/**
 * Forgets everything of an account on this phone, its work first: deposits -> receipts -> database, caches, service worker
 * and small storage -> the report, at which the server ends the session and has the browser clear what is left.
 *
 * `workLeft`: some work has no receipt yet (no network, a busy server). Then nothing is deleted but the key: nobody opens
 * the records any more, with any PIN, and the sealed work stays until it can be handed in, after which the wipe is
 * finished. Where a change has no deposit that the server takes, the key is its only way out and stays too; the lease ends
 * the access in time.
 *
 * What others on this phone have stays, sealed under their own PINs: their unfinished forms and photos are nobody else's
 * to delete. Only when nobody else is left is the browser emptied altogether.
 */
export const wipeThisPhone = async (accountId: string): Promise<'wiped' | 'workLeft'> => {
  const { left, stuck } = await handInDeposits(accountId);
  if (left > 0) {
    if (stuck === 0) await forgetKeys(accountId);
    noteUnfinishedWipe(accountId);
    forgetHeardLease();
    return 'workLeft';
  }
  await deleteDatabase(databaseName(accountId));
  forgetWhatNames(accountId);
  forgetPerson(accountId);
  const isEmpty = !(await holdsAnybody());
  if (isEmpty) await emptyBrowser();
  await report(accountId, isEmpty);
  if (useDeviceSession.getState().session?.account.id === accountId) forgetSession();
  return 'wiped';
};

/** The wrapped key alone opens the records; without it they are noise. */
const forgetKeys = async (accountId: string): Promise<void> => {
  await withRawDatabase(accountId, async (database) => {
    if (!database.objectStoreNames.contains('vault')) return;
    const transaction = database.transaction('vault', 'readwrite', { durability: 'strict' });
    const end = endOf(transaction);
    await answerOf(transaction.objectStore('vault').clear());
    await end;
  }).catch(() => undefined);
};

/** How long a window that holds its database is waited for; the deletion itself goes on waiting behind it. */
const patienceMs = 5_000;

const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => setTimeout(resolve, patienceMs);
  });

const isOurs = (name: string): boolean => name.startsWith(databaseName(''));

const holdsAnybody = async (): Promise<boolean> => (await Dexie.getDatabaseNames()).some(isOurs);

/** Forgets what small storage remembers of the account: its id is part of those keys. */
const forgetWhatNames = (accountId: string): void => {
  for (const storage of [localStorage, sessionStorage]) {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    for (const key of keys) if (key.includes(accountId)) storage.removeItem(key);
  }
};

const emptyBrowser = async (): Promise<void> => {
  for (const name of await Dexie.getDatabaseNames()) await deleteDatabase(name);
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  const workers = await navigator.serviceWorker?.getRegistrations();
  for (const worker of workers ?? []) await worker.unregister();
  localStorage.clear();
  sessionStorage.clear();
};

/** Without a network the report is missing and the phone is empty all the same; the desk goes on showing that it was asked. */
const report = async (accountId: string, isEmpty: boolean): Promise<void> => {
  await fetch('/api/v1/session/wiped', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId, isEmpty }),
  }).catch(() => undefined);
};
