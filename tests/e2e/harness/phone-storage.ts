import type { Page } from '@playwright/test';

/** Shows something of the app's origin that opens no database and starts no app. */
const quietPath = '/healthz';

/** Limits the room that the app's origin has on this device for as long as the page's context lives; to be called before anything is stored. */
export const limitRoom = async (page: Page, origin: string, bytes: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
};

/** Takes all the room that is left, from a page beside the app's. */
export const fillRoom = async (page: Page, name: string): Promise<void> => {
  const beside = await page.context().newPage();
  await beside.goto(quietPath);
  await beside.evaluate(async (database) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('filler', { autoIncrement: true });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const put = (length: number): Promise<boolean> =>
      new Promise((resolve) => {
        const bytes = new Uint8Array(length);
        for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        const transaction = opened.transaction('filler', 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        transaction.objectStore('filler').put(bytes);
      });
    // In ever smaller pieces, but not so small that filling would never end.
    for (let length = 1_000_000; length >= 1_000; length = Math.floor(length / 4)) while (await put(length));
    opened.close();
  }, name);
  await beside.close();
};

/** Runs something in a page of the origin while the app itself is closed. */
export const whileAppIsClosed = async <T>(page: Page, work: () => Promise<T>): Promise<T> => {
  await page.goto(quietPath);
  return await page.evaluate(work);
};

/** Deletes the databases of the app, as a system does that needs the room. */
export const deleteDatabases = async (): Promise<void> => {
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  }
};

/** Empties the tables of rows, as a damaged disk may. */
export const loseRows = async (): Promise<void> => {
  for (const { name = '' } of await indexedDB.databases()) {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = opened.transaction(['rows', 'packs'], 'readwrite');
    transaction.objectStore('rows').clear();
    transaction.objectStore('packs').clear();
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    opened.close();
  }
};

/** Opens the databases in a version that no app knows yet, as a newer app in another window does; it never ends while another window blocks it. */
export const upgradeDatabases = async (): Promise<void> => {
  for (const { name = '' } of await indexedDB.databases()) {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 990);
      request.onupgradeneeded = () => request.result.createObjectStore('novelty');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    opened.close();
  }
};
