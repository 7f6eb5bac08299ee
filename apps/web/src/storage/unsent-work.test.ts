import 'fake-indexeddb/auto';
import type { SessionAnswer } from '@lianxin/protocol';
import type { Intent } from '@lianxin/sync/client';
import { beforeEach, expect, test } from 'vitest';
import { plainCodec } from './codec.ts';
import { AccountDatabase } from './database.ts';
import { createDexieStore } from './dexie-store.ts';
import { knownPeople, rememberLeaving, rememberPerson } from './known-people.ts';
import { openRegister } from './register.ts';
import { writeSentinel } from './sentinel.ts';
import { readPeopleHere } from './unsent-work.ts';

const kept = new Map<string, string>();
let idCount = 0;
const newId = (): string => {
  idCount += 1;
  return `id-${String(idCount).padStart(20, '0')}`;
};

const sessionOf = (id: string, name: string): SessionAnswer => ({
  account: { id, name, loginName: name },
  postings: [],
  isDemo: false,
  canViewUnmasked: false,
  sealingKey: 'key',
  rescueTicket: `ticket of ${name}`,
});

const claim: Intent = { name: 'wish.claim', args: { noticeId: 'notice-00000000000001' } };

const saveOnPhone = async (accountId: string, intents: readonly Intent[]): Promise<void> => {
  const database = new AccountDatabase(accountId);
  const register = await openRegister({
    store: createDexieStore(database, plainCodec, accountId),
    communityId: 'community-0000000000001',
    author: { userId: accountId, userName: '张秀兰' },
    now: () => 1_763_600_000_000,
    newId,
    announce: () => undefined,
  });
  await register.save(intents);
  database.close();
};

beforeEach(() => {
  kept.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => kept.set(key, text),
    },
  });
});

test('a person who left is told by name with how much of their work waits', async () => {
  await saveOnPhone('account-00000000000001', [claim, claim]);
  rememberPerson(sessionOf('account-00000000000001', '张秀兰'));
  expect(await readPeopleHere()).toMatchObject([
    {
      id: 'account-00000000000001',
      name: '张秀兰',
      rescueKeys: { sealingKey: 'key', rescueTicket: 'ticket of 张秀兰' },
      unsent: 2,
    },
  ]);
});

test('what the server has acknowledged is not counted, although it still rests in the outbox', async () => {
  const accountId = 'account-00000000000003';
  await saveOnPhone(accountId, [claim, claim]);
  rememberPerson(sessionOf(accountId, '张秀兰'));
  writeSentinel(accountId, 'community-0000000000001', { version: 1, unsent: 1 });
  expect(await readPeopleHere()).toMatchObject([{ id: accountId, unsent: 1 }]);
  // Killed between a save and the note of it: then everything that rests is counted.
  await saveOnPhone(accountId, [claim]);
  expect(await readPeopleHere()).toMatchObject([{ id: accountId, unsent: 3 }]);
});

test('somebody who has signed out is still found by name, and comes back only by signing in', () => {
  rememberPerson(sessionOf('account-00000000000001', '张秀兰'));
  rememberPerson(sessionOf('account-00000000000002', '李建国'));
  expect(knownPeople().map(({ session }) => session?.account.name)).toEqual(['李建国', '张秀兰']);
  rememberLeaving('account-00000000000001');
  expect(knownPeople().map(({ name, session }) => [name, session?.account.name])).toEqual([
    ['李建国', '李建国'],
    ['张秀兰', undefined],
  ]);
});

test('a person without a database is not named', async () => {
  rememberPerson(sessionOf('account-00000000000002', '李建国'));
  expect(await readPeopleHere()).toEqual([]);
});

test('a person keeps the keys to a rescue file although a later answer of an older server has none', async () => {
  const { sealingKey: _key, rescueTicket: _ticket, ...older } = sessionOf('account-00000000000001', '张秀兰');
  rememberPerson(sessionOf('account-00000000000001', '张秀兰'));
  rememberPerson(older);
  expect(knownPeople().map(({ rescueKeys }) => rescueKeys?.rescueTicket)).toEqual(['ticket of 张秀兰']);
});

test('a damaged list names nobody', async () => {
  kept.set('lianxin.people', '[{"id":1},"x"');
  expect(await readPeopleHere()).toEqual([]);
});
