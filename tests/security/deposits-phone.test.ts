import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { newDwelling } from '@lianxin/testkit';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSealingKey, newPrivateKey } from '../../apps/api/src/crypto/sealing-key.ts';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../apps/api/src/testing/test-app.ts';
import { buildPlace, type TestPlace } from '../../apps/api/src/testing/test-place.ts';
import { plainCodec } from '../../apps/web/src/storage/codec.ts';
import { AccountDatabase, databaseName } from '../../apps/web/src/storage/database.ts';
import { handInDeposits } from '../../apps/web/src/storage/deposits/hand-in-deposits.ts';
import { createDepositSealer } from '../../apps/web/src/storage/deposits/seal-deposit.ts';
import { isWipeUnfinished } from '../../apps/web/src/storage/deposits/unfinished-wipes.ts';
import { wipeThisPhone } from '../../apps/web/src/storage/deposits/wipe-phone.ts';
import { createDexieStore } from '../../apps/web/src/storage/dexie-store.ts';
import { knownPeople, rememberPerson } from '../../apps/web/src/storage/known-people.ts';
import { openRegister } from '../../apps/web/src/storage/register.ts';

type Person = Awaited<ReturnType<typeof acceptInvitation>>;

let started: TestApp;
let admin: TestClient;
let place: TestPlace;
let author: Person;
/** Whose cookie the browser has. */
let browser: TestClient;
let isOnline: boolean;
let called: string[];

const join = async (name: string): Promise<Person> => {
  const { invitation } = await invite(admin, name, [{ unitId: place.gridIds[0], role: 'gridWorker' }]);
  return acceptInvitation(started, { code: invitation.code, loginName: name });
};

/** Is a storage of the browser, as far as it is used. */
const createStorage = () => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
};

beforeEach(async () => {
  started = startTestApp();
  admin = (await signInFirstOperator(started)).client;
  place = await buildPlace(admin);
  author = await join('王芳');
  browser = author.client;
  isOnline = true;
  called = [];
  vi.stubGlobal('localStorage', createStorage());
  vi.stubGlobal('sessionStorage', createStorage());
  vi.stubGlobal('navigator', {});
  // The real routes behind the real calls; only the wire between them is short.
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    called.push(path.replace('/api/v1', ''));
    if (!isOnline) throw new TypeError('Failed to fetch');
    return browser.request(init.method ?? 'GET', path.replace('/api/v1', ''), JSON.parse(String(init.body ?? '{}')));
  });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

/** Saves doors on the phone as the app does; nothing of it is sent. */
const saveDoors = async (person: Person, count: number): Promise<void> => {
  const { account, sealingKey = '', rescueTicket = '' } = person.session;
  const database = new AccountDatabase(account.id);
  const sealDeposit = createDepositSealer({ sealingKey, rescueTicket, accountId: account.id });
  const register = await openRegister({
    store: createDexieStore(database, plainCodec, account.id, sealDeposit),
    communityId: place.communityId,
    author: { userId: account.id, userName: account.name },
    now: () => started.clock.now,
    newId: () => randomUUID(),
    announce: () => undefined,
  });
  const unitId = place.buildingIds[0];
  for (let door = 0; door < count; door += 1) {
    const dwelling = newDwelling(randomUUID(), { unitId, doorLabel: `${door}` });
    await register.save([{ name: 'dwelling.add', args: { dwelling } }]);
  }
  await database.vault.put({ key: 'clock', highest: started.clock.now });
  database.close();
  rememberPerson(person.session);
};

/** Changes one entry of the outbox where it rests. */
const spoil = async (accountId: string, at: number, change: object): Promise<void> => {
  const database = new AccountDatabase(accountId);
  const entry = (await database.outbox.toArray())[at];
  if (entry !== undefined) await database.outbox.put({ ...entry, ...change });
  database.close();
};

const countOf = (sql: string): unknown => started.core.reader.sqlite.prepare(sql).pluck().get();
const doorsOf = ({ session }: Person): unknown =>
  countOf(`SELECT count(*) FROM mutations WHERE account_id = '${session.account.id}' AND outcome = 'applied'`);

describe('what rests sealed on a phone', () => {
  it('is handed in once, without a key and under somebody else’s session', async () => {
    await saveDoors(author, 3);
    browser = (await join('刘洋')).client;
    const { id } = author.session.account;
    expect(await handInDeposits(id)).toEqual({ handedIn: 3, left: 0, stuck: 0 });
    expect(doorsOf(author)).toBe(3);
    expect(await handInDeposits(id)).toEqual({ handedIn: 0, left: 0, stuck: 0 });
    expect(called).toEqual(['/deposits']);
  });

  it('goes in the order in which it was saved, in parts that one request may carry', async () => {
    await saveDoors(author, 230);
    expect(await handInDeposits(author.session.account.id)).toEqual({ handedIn: 230, left: 0, stuck: 0 });
    expect(called).toHaveLength(2);
    const labels = started.core.reader.sqlite
      .prepare("SELECT json_extract(args, '$.dwelling.fields.doorLabel') FROM mutations ORDER BY rev")
      .pluck()
      .all();
    expect(labels).toEqual(Array.from({ length: 230 }, (_, at) => `${at}`));
  });

  it('stays as it is without a network, and for somebody who has nothing here', async () => {
    await saveDoors(author, 2);
    isOnline = false;
    expect(await handInDeposits(author.session.account.id)).toEqual({ handedIn: 0, left: 2, stuck: 0 });
    expect(await handInDeposits(randomUUID())).toEqual({ handedIn: 0, left: 0, stuck: 0 });
    isOnline = true;
    expect(await handInDeposits(author.session.account.id)).toEqual({ handedIn: 2, left: 0, stuck: 0 });
  });

  it('is handed in around what cannot be read or has no deposit', async () => {
    await saveDoors(author, 4);
    const { id } = author.session.account;
    await spoil(id, 1, { deposit: '{"format":"lianxin-deposit"' });
    await spoil(id, 2, { deposit: undefined });
    expect(await handInDeposits(id)).toEqual({ handedIn: 2, left: 2, stuck: 2 });
    expect(doorsOf(author)).toBe(2);
  });

  it('is handed in again when the receipt was lost or a day has gone by, and counts once', async () => {
    await saveDoors(author, 2);
    const { id } = author.session.account;
    await handInDeposits(id);
    await spoil(id, 0, { handedInAt: undefined });
    await spoil(id, 1, { handedInAt: Date.now() - 86_400_001 });
    expect(await handInDeposits(id)).toEqual({ handedIn: 2, left: 0, stuck: 0 });
    expect(doorsOf(author)).toBe(2);
  });
});

describe('a phone that forgets', () => {
  const wipe = (person: Person): ReturnType<typeof wipeThisPhone> => wipeThisPhone(person.session.account.id);

  const askWipe = async ({ session }: Person): Promise<void> => {
    const answer = await admin.request('GET', `/devices?community=${place.communityId}`);
    const { devices } = (await answer.json()) as { devices: { id: string; accountId: string }[] };
    const device = devices.find(({ accountId }) => accountId === session.account.id);
    await admin.request('POST', `/devices/${device?.id}/wipe`);
  };

  const stateOf = ({ session }: Person): unknown =>
    countOf(`SELECT wiped_at IS NOT NULL FROM sessions WHERE account_id = '${session.account.id}'`);

  it('hands in first, then deletes everything, then says so', async () => {
    await saveDoors(author, 3);
    localStorage.setItem('lianxin.session', 'x');
    sessionStorage.setItem('lianxin.spare', 'x');
    await askWipe(author);
    expect(await wipe(author)).toBe('wiped');
    expect(called).toEqual(['/deposits', '/session/wiped']);
    expect(doorsOf(author)).toBe(3);
    expect(await Dexie.getDatabaseNames()).toEqual([]);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    expect(stateOf(author)).toBe(1);
  });

  it('deletes nothing but the key while work cannot be handed in, and finishes later', async () => {
    await saveDoors(author, 3);
    const { id } = author.session.account;
    await askWipe(author);
    isOnline = false;
    expect(await wipe(author)).toBe('workLeft');
    const database = new AccountDatabase(id);
    expect([await database.vault.count(), await database.outbox.count()]).toEqual([0, 3]);
    database.close();
    expect(isWipeUnfinished(id)).toBe(true);
    isOnline = true;
    expect(await wipe(author)).toBe('wiped');
    expect([doorsOf(author), stateOf(author), isWipeUnfinished(id)]).toEqual([3, 1, false]);
  });

  it('keeps the key as well where it is the only way out for a change', async () => {
    await saveDoors(author, 2);
    const { id } = author.session.account;
    await spoil(id, 1, { deposit: undefined });
    expect(await wipe(author)).toBe('workLeft');
    const database = new AccountDatabase(id);
    expect(await database.vault.count()).toBe(1);
    database.close();
  });

  it('keeps the key for a change whose deposit the server cannot read', async () => {
    await saveDoors(author, 2);
    const { id } = author.session.account;
    const other = createDepositSealer({
      sealingKey: createSealingKey(newPrivateKey()).publicKey,
      rescueTicket: '',
      accountId: id,
    });
    const entry = {
      communityId: place.communityId,
      n: 1,
      order: 1,
      name: 'x',
      version: 1,
      at: 1,
      offsetMs: 0,
      args: {},
    };
    await spoil(id, 0, { deposit: await other(randomUUID(), { ...entry, id: randomUUID(), acknowledgedRev: null }) });
    expect(await wipe(author)).toBe('workLeft');
    const database = new AccountDatabase(id);
    expect([await database.vault.count(), await database.outbox.count()]).toEqual([1, 2]);
    database.close();
    expect(doorsOf(author)).toBe(1);
  });

  it('leaves what a colleague keeps on the same phone', async () => {
    const colleague = await join('刘洋');
    await saveDoors(author, 1);
    await saveDoors(colleague, 2);
    await askWipe(author);
    expect(await wipe(author)).toBe('wiped');
    expect(await Dexie.getDatabaseNames()).toEqual([databaseName(colleague.session.account.id)]);
    expect(knownPeople().map(({ name }) => name)).toEqual(['刘洋']);
    expect(await handInDeposits(colleague.session.account.id)).toEqual({ handedIn: 2, left: 0, stuck: 0 });
  });
});
