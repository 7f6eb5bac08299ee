import { Dexie } from 'dexie';
import { databaseName } from './database.ts';

/**
 * Works on an account's database as it is, of whatever version and without any key; null when there is none. A newer
 * version of the app that wants the database gets it at once.
 */
export const withRawDatabase = async <T>(
  accountId: string,
  work: (database: IDBDatabase) => Promise<T>,
): Promise<T | null> => {
  const name = databaseName(accountId);
  // Opening would make an empty database for somebody who has none here.
  if (!(await Dexie.exists(name))) return null;
  const database = await answerOf(indexedDB.open(name));
  database.onversionchange = () => database.close();
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** Reads a table as this app has written it; one that the database does not have is empty. */
export const readRawTable = async <T>(database: IDBDatabase, table: string): Promise<readonly T[]> =>
  database.objectStoreNames.contains(table)
    ? await answerOf<T[]>(database.transaction(table, 'readonly').objectStore(table).getAll())
    : [];

/** Waits for one request. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Waits until a transaction is complete. */
export const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
