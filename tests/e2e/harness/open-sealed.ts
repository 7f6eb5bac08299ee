import type { Page } from '@playwright/test';
import { readPack, unpackRows } from '../../../apps/web/src/storage/row-packs.ts';
import { stretchHere } from '../../../apps/web/src/storage/vault/testing/stretch-here.ts';
import { pin } from './pin.ts';

/**
 * Opens what rests sealed on a phone, with the PIN and beside the app: a second reading of the format that
 * docs/security.md describes. Answers by database and table; what was sealed stands in each record as readable text.
 */
export const openSealed = async (page: Page, typed = pin): Promise<Readonly<Record<string, readonly string[]>>> => {
  const locks = await page.evaluate(readLocks);
  const known = await Promise.all(
    locks.map(async (lock) => ({ name: lock.name, pinKey: [...(await stretch(typed, lock))] })),
  );
  return spreadPacks(await page.evaluate(openAll, known));
};

/** Lays the rows of packs among the rows that rest singly. */
const spreadPacks = (opened: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> => {
  const spread: Record<string, readonly string[]> = { ...opened };
  for (const [place, packs] of Object.entries(opened).filter(([name]) => name.endsWith('/packs'))) {
    const rows = packs.flatMap((text) => {
      const { communityId, sealed } = JSON.parse(text);
      return unpackRows(readPack(JSON.parse(sealed))).map((row) => ({
        table: row.table,
        id: row.id,
        communityId,
        sealed: JSON.stringify(row),
      }));
    });
    const singles = place.replace(/packs$/, 'rows');
    spread[singles] = [...(opened[singles] ?? []), ...rows.map((row) => JSON.stringify(row))];
    spread[place] = packs.map((text) => JSON.stringify({ ...JSON.parse(text), sealed: null }));
  }
  return spread;
};

interface Lock {
  readonly name: string;
  readonly salt: readonly number[];
  readonly memoryKiB: number;
  readonly passes: number;
}

const stretch = (typed: string, { salt, memoryKiB, passes }: Lock): Promise<Uint8Array> =>
  stretchHere(typed, Uint8Array.from(salt), { id: 'argon2id', memoryKiB, passes });

/** Runs in the page: how each PIN was stretched. */
const readLocks = async () => {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const locks: Lock[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    if (database.objectStoreNames.contains('vault')) {
      const lock = await answer(database.transaction('vault').objectStore('vault').get('vault'));
      const isWhole = lock?.wrap !== undefined && lock.wrap !== null;
      if (isWhole) locks.push({ name, salt: [...lock.salt], memoryKiB: lock.kdf.memoryKiB, passes: lock.kdf.passes });
    }
    database.close();
  }
  return locks;
};

/** Runs in the page: only there the secret of the device can be used. */
const openAll = async (locks: readonly { readonly name: string; readonly pinKey: readonly number[] }[]) => {
  type Bytes = Uint8Array<ArrayBuffer>;
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
  const bound = (parts: readonly unknown[], iv: Bytes) => ({
    name: 'AES-GCM',
    iv,
    additionalData: utf8(JSON.stringify(parts)),
  });
  const derive = async (material: Bytes, salt: Bytes, info: string): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) },
      await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']),
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
  const opened: Record<string, string[]> = {};
  for (const { name, pinKey } of locks) {
    const accountId = name.replace('lianxin-', '');
    const database = await answer(indexedDB.open(name));
    const all = (table: string) => answer(database.transaction(table).objectStore(table).getAll());
    const lock = (await all('vault')).find(({ key }) => key === 'vault');
    const pinBytes = Uint8Array.from(pinKey);
    const mixed = new Uint8Array(await crypto.subtle.sign('HMAC', lock.deviceSecret, pinBytes));
    const wrapKey = await derive(new Uint8Array([...pinBytes, ...mixed]), lock.salt, `lianxin wrap key 1|${accountId}`);
    const { id, memoryKiB, passes } = lock.kdf;
    const lockParts = ['lianxin vault', 1, accountId, id, memoryKiB, passes, 'aes-256-gcm', lock.leaseUntil];
    const whole = await crypto.subtle.decrypt(bound(lockParts, lock.wrap.iv), wrapKey, lock.wrap.sealed);
    const keyOf = (what: string) => derive(new Uint8Array(whole), new Uint8Array(32), `lianxin ${what} 1|${accountId}`);
    const keys = { records: await keyOf('records'), drafts: await keyOf('drafts') };
    const ids: Readonly<Record<string, string>> = { rows: 'id', meta: 'communityId', drafts: 'form' };
    const open = async (table: string, record: Record<string, unknown>): Promise<string> => {
      const { sealed } = record;
      if (!(sealed instanceof Uint8Array)) return JSON.stringify(record);
      const bytes = Uint8Array.from(sealed);
      const place = [
        'lianxin',
        1,
        accountId,
        table === 'rows' ? record['table'] : table,
        String(record[ids[table] ?? 'key']),
      ];
      const key = table === 'drafts' ? keys.drafts : keys.records;
      const plain = await crypto.subtle.decrypt(bound(place, bytes.slice(1, 13)), key, bytes.slice(13));
      return JSON.stringify({ ...record, sealed: new TextDecoder().decode(plain) });
    };
    for (const table of ['rows', 'packs', 'outbox', 'attention', 'kept', 'drafts', 'meta']) {
      const records = await all(table);
      opened[`${name}/${table}`] = await Promise.all(records.map((record) => open(table, record)));
    }
    database.close();
  }
  return opened;
};
