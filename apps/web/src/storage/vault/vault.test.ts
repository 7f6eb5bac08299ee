import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { AccountDatabase, databaseName } from '../database.ts';
import { changePin } from './change-pin.ts';
import { type HeardLease, lookAtVault } from './look-at-vault.ts';
import type { RestingLock } from './resting-vault.ts';
import { setUpVault, type VaultPorts } from './set-up-vault.ts';
import { stretchLightly as stretch } from './testing/stretch-lightly.ts';
import { unlockVault } from './unlock-vault.ts';
import { countTry, inDatabase, noteTime, readVault, settleTries } from './vault-table.ts';

const day = 86_400_000;
const accountId = 'account-wang-00000000';
const pin = '246802';
const place = { accountId, table: 'person', id: 'person-1' };
let now = 0;
let ticks = 0;
const ports: VaultPorts = { stretch, now: () => now, elapsed: () => ++ticks };

/** Tries a PIN, and renews the lease that was heard, as the page does that opens. */
const tryPin = async (typed: string, heard: HeardLease = null) => {
  const answer = await unlockVault({ accountId, pin: typed, heard }, ports);
  if (answer.type === 'open' && heard !== null) await answer.vault.renewLease(heard, now);
  return answer;
};

const setUp = async (leaseUntil: number | null = null) => {
  const vault = await setUpVault({ accountId, pin, leaseUntil }, ports);
  if (vault === null) throw new Error('there was a vault already');
  return vault;
};

const editLock = (part: Partial<RestingLock>): Promise<unknown> =>
  inDatabase(accountId, async (database) => {
    const lock = await database.vault.get('vault');
    if (lock?.key === 'vault') await database.vault.put({ ...lock, ...part });
  });

beforeEach(async () => {
  now = Date.UTC(2026, 10, 20);
  await new AccountDatabase(accountId).delete();
});

test('the right PIN opens what was sealed before, and a wrong one does not', async () => {
  const first = await setUp();
  const sealed = await first.codec.seal(place, { name: '王建国' });
  expect(await tryPin('135790')).toEqual({ type: 'wrong', left: 9, waitUntil: now });
  const again = await tryPin(pin);
  if (again.type !== 'open') throw new Error(again.type);
  expect(await again.vault.codec.open(place, sealed)).toEqual({ name: '王建国' });
  expect((await readVault(accountId)).tries).toBeNull();
});

test('a PIN typed with full-width digits is the same PIN', async () => {
  await setUp();
  expect(await tryPin('246802')).toMatchObject({ type: 'open' });
});

test('neither the PIN nor a key can be read from what rests', async () => {
  await setUp();
  const { lock } = await readVault(accountId);
  expect(lock?.deviceSecret?.extractable).toBe(false);
  expect(JSON.stringify(lock)).not.toContain(pin);
});

test('five wrong PINs are free, then the waits grow, and reopening does not shorten them', async () => {
  await setUp();
  for (let wrong = 1; wrong <= 4; wrong += 1) expect(await tryPin('135790')).toMatchObject({ waitUntil: now });
  expect(await tryPin('135790')).toEqual({ type: 'wrong', left: 5, waitUntil: now + 30_000 });
  expect(await tryPin(pin)).toEqual({ type: 'wait', until: now + 30_000 });
  expect(await lookAtVault(accountId, null, now)).toMatchObject({ waitUntil: now + 30_000 });
  now += 30_000;
  expect(await tryPin('135790')).toMatchObject({ left: 4, waitUntil: now + 300_000 });
  now += 300_000;
  expect(await tryPin('135790')).toMatchObject({ left: 3, waitUntil: now + 1_800_000 });
  now += 1_800_000;
  expect(await tryPin(pin)).toMatchObject({ type: 'open' });
  expect((await readVault(accountId)).tries).toBeNull();
});

test('a try counts before the PIN is looked at: a page that is killed meanwhile has used it up', async () => {
  await setUp();
  const killed = unlockVault({ accountId, pin, heard: null }, { ...ports, stretch: () => Promise.reject(new Error()) });
  await expect(killed).rejects.toThrow();
  expect((await readVault(accountId)).tries?.count).toBe(1);
});

test('two windows that try at once use up two tries', async () => {
  await setUp();
  await Promise.all([tryPin('135790'), tryPin('135791')]);
  expect((await readVault(accountId)).tries?.count).toBe(2);
});

test('a clock that is set back makes nobody wait less and opens nothing', async () => {
  await setUp();
  for (let wrong = 1; wrong <= 5; wrong += 1) await tryPin('135790');
  now -= 3_600_000;
  expect(await tryPin(pin)).toEqual({ type: 'lease', lease: 'clockBack' });
});

test('a clock set back by more than any wait, to a time not yet seen when the app was last opened, makes nobody wait less', async () => {
  await setUp();
  const openedAt = now;
  now += 3_600_000;
  for (let wrong = 1; wrong <= 5; wrong += 1) await tryPin('135790');
  const until = now + 30_000;
  now = openedAt + 60_000;
  expect(await lookAtVault(accountId, null, now)).toMatchObject({ waitUntil: until });
  expect(await changePin({ accountId, before: pin, after: '97531x' }, ports)).toEqual({ type: 'wait', until });
  expect(await tryPin(pin)).toEqual({ type: 'lease', lease: 'clockBack' });
});

test('nobody waits years because a clock was years ahead, once the server was heard', async () => {
  await setUp();
  now += 1_000 * day;
  for (let wrong = 1; wrong <= 5; wrong += 1) await tryPin('135790');
  now -= 1_000 * day;
  const heard = { until: now + 7 * day, seenAt: now };
  expect(await lookAtVault(accountId, heard, now)).toMatchObject({ waitUntil: 0 });
  expect(await tryPin(pin, heard)).toMatchObject({ type: 'open' });
});

test('the tenth wrong PIN erases the key for good, and what is sealed to the server stays', async () => {
  await setUp();
  const deposit = { communityId: 'c1', key: 1, sealed: new Uint8Array([1]), deposit: 'sealed to the server' };
  await inDatabase(accountId, (database) => database.outbox.put(deposit));
  for (let wrong = 1; wrong <= 9; wrong += 1) {
    expect(await tryPin('135790')).toMatchObject({ type: 'wrong', left: 10 - wrong });
    now += 1_800_000;
  }
  expect(await tryPin('135790')).toEqual({ type: 'erased' });
  expect(await tryPin(pin)).toEqual({ type: 'erased' });
  const { lock } = await readVault(accountId);
  expect(lock).toMatchObject({ wrap: null, deviceSecret: null });
  expect(await inDatabase(accountId, (database) => database.outbox.toArray())).toEqual([deposit]);
});

test('a page killed between the tenth wrong PIN and the erasing has gained nothing', async () => {
  await setUp();
  await inDatabase(accountId, (database) => database.vault.put({ key: 'tries', count: 10, notBefore: 0 }));
  expect(await tryPin(pin)).toEqual({ type: 'erased' });
});

test('a lease that was edited on the phone does not open', async () => {
  await setUp(now + 7 * day);
  await editLock({ leaseUntil: now + 700 * day });
  expect(await tryPin(pin)).toMatchObject({ type: 'wrong' });
});

test('weaker parameters written into the lock do not open it', async () => {
  await setUp();
  await editLock({ kdf: { id: 'argon2id', memoryKiB: 8, passes: 1 } });
  expect(await tryPin(pin)).toMatchObject({ type: 'wrong' });
});

test('after the lease a phone stays shut, also under the right PIN and a clock set back, until the server is heard', async () => {
  await setUp(now + 7 * day);
  now += 8 * day;
  expect(await lookAtVault(accountId, null, now)).toMatchObject({ lease: 'ended' });
  expect(await tryPin(pin)).toEqual({ type: 'lease', lease: 'ended' });
  expect((await readVault(accountId)).tries).toBeNull();
  const heard = { until: now + 7 * day, seenAt: now };
  expect(await tryPin(pin, heard)).toMatchObject({ type: 'open' });
  expect(await lookAtVault(accountId, null, now)).toMatchObject({ lease: 'open' });
  now += day;
  expect(await tryPin(pin)).toMatchObject({ type: 'open' });
  now -= 2 * day;
  expect(await tryPin(pin)).toEqual({ type: 'lease', lease: 'clockBack' });
});

test('a phone that was looked at after its lease does not open because its clock is set back then', async () => {
  await setUp(now + 7 * day);
  await lookAtVault(accountId, null, now + 8 * day);
  now += day;
  expect(await tryPin(pin)).toEqual({ type: 'lease', lease: 'clockBack' });
});

test('a lease that was heard ends like any other, on a page that nobody has loaded again since', async () => {
  await setUp(now + day);
  const heard = { until: now + 7 * day, seenAt: now };
  now += 8 * day;
  expect(await lookAtVault(accountId, heard, now)).toMatchObject({ lease: 'ended' });
  expect(await tryPin(pin, heard)).toEqual({ type: 'lease', lease: 'ended' });
});

test('a clock set back after the server was heard makes what it granted no longer', async () => {
  await setUp(now + day);
  const heard = { until: now + 7 * day, seenAt: now };
  now -= day;
  expect(await tryPin(pin, heard)).toEqual({ type: 'lease', lease: 'clockBack' });
  now += day;
  // The page has been open for eight days; only the clock of the wall says otherwise.
  expect(await tryPin(pin, { ...heard, seenAt: now + 8 * day })).toMatchObject({ type: 'lease' });
  expect(await tryPin(pin, heard)).toMatchObject({ type: 'open' });
});

test('an answer lowers the latest time seen no further than to when it was heard', async () => {
  const vault = await setUp();
  const heard = { until: now + 7 * day, seenAt: now };
  await vault.renewLease(heard, now - 3 * day);
  expect((await readVault(accountId)).clock?.highest).toBe(now);
});

test('a lease renewed while open is bound like the first', async () => {
  const vault = await setUp(now + day);
  await vault.renewLease({ until: now + 7 * day, seenAt: now }, now);
  now += 3 * day;
  expect(await tryPin(pin)).toMatchObject({ type: 'open' });
});

test('a server that puts a wrong clock right opens the phone again', async () => {
  now = Date.UTC(2030, 0, 1);
  await setUp(now + 7 * day);
  now = Date.UTC(2026, 10, 21);
  expect(await tryPin(pin)).toMatchObject({ type: 'lease' });
  expect(await tryPin(pin, { until: now + 7 * day, seenAt: now })).toMatchObject({ type: 'open' });
  expect(await tryPin(pin)).toMatchObject({ type: 'open' });
});

test('changing the PIN keeps what is sealed and forgets the old PIN', async () => {
  const vault = await setUp();
  const sealed = await vault.codec.seal(place, 1);
  expect(await changePin({ accountId, before: '135790', after: '97531x' }, ports)).toEqual({ type: 'wrong', left: 9 });
  expect(await changePin({ accountId, before: pin, after: '97531x' }, ports)).toEqual({ type: 'changed' });
  expect(await tryPin(pin)).toMatchObject({ type: 'wrong' });
  const again = await tryPin('97531x');
  if (again.type !== 'open') throw new Error(again.type);
  expect(await again.vault.codec.open(place, sealed)).toBe(1);
  expect(await lookAtVault(accountId, null, now)).toMatchObject({ keyboard: 'letters' });
});

test('a second window does not make a second vault over the first', async () => {
  await setUp();
  expect(await setUpVault({ accountId, pin: '975310', leaseUntil: null }, ports)).toBeNull();
});

test('a page that outlives a wipe brings nothing back by telling the time or trying a PIN', async () => {
  await setUp();
  await new AccountDatabase(accountId).delete();
  await noteTime(accountId, now);
  await countTry(accountId, now);
  await settleTries(accountId, now);
  expect(await Dexie.exists(databaseName(accountId))).toBe(false);
});
