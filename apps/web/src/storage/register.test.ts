import 'fake-indexeddb/auto';
import { takePage } from '@lianxin/sync/client';
import { addRow, digestText, emptyDigest, type StoredRow } from '@lianxin/sync/merge';
import { afterEach, describe, expect, it } from 'vitest';
import { plainCodec } from './codec.ts';
import { AccountDatabase } from './database.ts';
import { createDexieStore } from './dexie-store.ts';
import { openRegister } from './register.ts';

const communityId = '01900000-0000-7000-8000-000000000001';
const gridBucket = 'grid:01900000-0000-7000-8000-000000000002';
const dwellingId = '01900000-0000-7000-8000-000000000003';
const opened: AccountDatabase[] = [];
let idCount = 0;
const newId = () => {
  idCount += 1;
  return `id-${String(idCount).padStart(20, '0')}`;
};

const openPhone = async (accountId: string) => {
  const database = new AccountDatabase(accountId);
  opened.push(database);
  const store = createDexieStore(database, plainCodec, accountId);
  const author = { userId: accountId, userName: '甲' };
  const register = await openRegister({
    store,
    communityId,
    author,
    now: () => 1_763_600_000_000,
    newId,
    announce: () => undefined,
  });
  return { database, store, register };
};

const dwelling: StoredRow = {
  table: 'dwelling',
  id: dwellingId,
  rev: 1,
  buckets: [gridBucket],
  deleted: false,
  marks: {},
  fields: { unitId: 'unit-00000000000000001', doorLabel: '602', verification: 'checked' },
};

const firstPage = {
  version: 1 as const,
  epoch: 'epoch-000000000000001',
  top: 5,
  serverNow: 1_763_600_000_500,
  buckets: [
    {
      bucket: gridBucket,
      from: 0,
      to: 5,
      end: true,
      remaining: 0,
      digest: digestText(addRow(emptyDigest, dwelling)),
      rows: [{ table: 'dwelling', id: dwellingId, rev: 1, op: 'put' as const, fields: dwelling.fields }],
    },
  ],
  drop: [],
  checkpoint: true,
  safe: 0,
  audit: null,
};

const pullOnce = async (phone: Awaited<ReturnType<typeof openPhone>>) =>
  await phone.register.update(() =>
    takePage(phone.register.state(), phone.register.confirmed, firstPage, {
      now: 1_763_600_000_000,
      newReplicaId: newId(),
    }),
  );

const visit = () => ({
  name: 'visit.log' as const,
  args: {
    visit: { id: newId(), fields: { dwellingId, outcome: 'met', way: 'door', visitedAt: 1_763_600_000_000 } },
    needs: [],
  },
});

afterEach(async () => {
  const all = opened.splice(0);
  for (const database of all) database.close();
  for (const database of all) await database.delete();
});

describe('the register on a phone', () => {
  it('shows a visit at once and still has it after the app is opened again', async () => {
    const phone = await openPhone('account-a-0000000000000');
    await pullOnce(phone);
    const intent = visit();
    expect((await phone.register.save([intent])).type).toBe('saved');
    expect(phone.register.view.row('visit', intent.args.visit.id)?.fields.outcome).toBe('met');
    phone.database.close();
    const again = await openPhone('account-a-0000000000000');
    expect(again.register.view.row('dwelling', dwellingId)?.fields.doorLabel).toBe('602');
    expect(again.register.view.row('visit', intent.args.visit.id)?.fields.outcome).toBe('met');
    expect(again.register.state().outbox).toHaveLength(1);
  });

  it('numbers mutations without a gap when many are saved at once', async () => {
    const phone = await openPhone('account-b-0000000000000');
    await pullOnce(phone);
    await Promise.all(Array.from({ length: 20 }, () => phone.register.save([visit()])));
    expect(phone.register.state().outbox.map((entry) => entry.n)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it('lets a second tab save without losing what the first saved', async () => {
    const first = await openPhone('account-c-0000000000000');
    await pullOnce(first);
    const second = await openPhone('account-c-0000000000000');
    await first.register.save([visit()]);
    expect((await second.register.save([visit()])).type).toBe('saved');
    await first.register.reload();
    expect(first.register.state().outbox.map((entry) => entry.n)).toEqual([1, 2]);
    expect(first.register.view.all('visit')).toHaveLength(2);
  });

  it('keeps two people on one phone apart', async () => {
    const one = await openPhone('account-d-0000000000000');
    await pullOnce(one);
    await one.register.save([visit()]);
    const other = await openPhone('account-e-0000000000000');
    expect(other.register.view.all('dwelling')).toHaveLength(0);
    expect(other.register.state().outbox).toHaveLength(0);
  });

  it('says that it is too large instead of saving half, and keeps nothing', async () => {
    const phone = await openPhone('account-f-0000000000000');
    await pullOnce(phone);
    const huge = {
      ...visit(),
      args: { ...visit().args, visit: { id: newId(), fields: { dwellingId, note: '长'.repeat(30_000) } } },
    };
    expect((await phone.register.save([huge])).type).toBe('tooLarge');
    expect(phone.register.state().outbox).toHaveLength(0);
  });

  it('never says saved when the storage fails', async () => {
    const phone = await openPhone('account-g-0000000000000');
    await pullOnce(phone);
    phone.database.close({ disableAutoOpen: true });
    expect((await phone.register.save([visit()])).type).toBe('storageFailed');
    expect(phone.register.view.all('visit')).toHaveLength(0);
  });

  it('saves nothing into a database that was emptied while it was open, and says so', async () => {
    const phone = await openPhone('account-i-0000000000000');
    await pullOnce(phone);
    await Promise.all(phone.database.tables.map((table) => table.clear()));
    expect(await phone.register.save([visit()])).toEqual({ type: 'storageFailed', kind: 'closed' });
    expect(await phone.database.outbox.count()).toBe(0);
  });

  it('discards a page that does not start where the phone stands', async () => {
    const phone = await openPhone('account-h-0000000000000');
    await pullOnce(phone);
    expect(await pullOnce(phone)).toBeNull();
  });
});
