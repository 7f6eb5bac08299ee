import type { Page } from '@playwright/test';
import { openSealed } from './open-sealed.ts';

/** Is everything that a page's origin keeps on the device, as text. */
export interface DeviceStorage {
  /** Every record of every IndexedDB database, by database and table. */
  readonly indexedDb: Readonly<Record<string, readonly string[]>>;
  readonly localStorage: string;
  readonly sessionStorage: string;
  /** The addresses in every cache. */
  readonly cached: readonly string[];
}

/** Reads everything that the page's origin keeps on the device, opened with the PIN as its owner could. */
export const readDeviceStorage = async (page: Page): Promise<DeviceStorage> => {
  const raw = await readRestingStorage(page);
  return { ...raw, indexedDb: { ...raw.indexedDb, ...(await openSealed(page)) } };
};

/** Reads everything that the page's origin keeps on the device, as it rests there. */
export const readRestingStorage = async (page: Page): Promise<DeviceStorage> =>
  await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Bytes as the letters they may be, in both ways that letters are written: as numbers in JSON, the megabytes that hold room for a save would take seconds.
    const asText = (_: string, value: unknown): unknown =>
      ArrayBuffer.isView(value)
        ? ['utf-8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(value)).join(' ')
        : value;
    const indexedDb: Record<string, string[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await answer(database.transaction(store).objectStore(store).getAll());
        indexedDb[`${name}/${store}`] = records.map((record) => JSON.stringify(record, asText));
      }
      database.close();
    }
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      cached.push(...requests.map((request) => request.url));
    }
    const [local, session] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    return { indexedDb, localStorage: local, sessionStorage: session, cached };
  });

/** The rows of a kind of record on the device, as text. */
export const recordsOnDevice = (storage: DeviceStorage, table: string): readonly string[] =>
  Object.entries(storage.indexedDb)
    .filter(([place]) => place.endsWith('/rows'))
    .flatMap(([, records]) => records)
    .filter((record) => record.includes(`"table":"${table}"`));
