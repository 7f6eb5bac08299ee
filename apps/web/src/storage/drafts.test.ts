import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Codec, plainCodec } from './codec.ts';
import { AccountDatabase } from './database.ts';
import { openDrafts } from './drafts.ts';
import { resealSpare } from './spare-drafts.ts';
import { createSealedCodec } from './vault/sealed-codec.ts';
import { deriveDataKeys } from './vault/vault-keys.ts';

const accountId = 'account-drafts-00000000';
let database: AccountDatabase;
let unwritten: boolean[];
const spared = new Map<string, string>();
const spare = {
  getItem: (key: string) => spared.get(key) ?? null,
  setItem: (key: string, text: string) => void spared.set(key, text),
  removeItem: (key: string) => void spared.delete(key),
};

const open = (codec: Codec = plainCodec) =>
  openDrafts({ table: database.drafts, spare, codec, accountId, onUnwritten: (is) => unwritten.push(is) });

beforeEach(() => {
  database = new AccountDatabase(accountId);
  unwritten = [];
  spared.clear();
});

afterEach(async () => {
  vi.useRealTimers();
  database.close();
  await database.delete();
});

describe('drafts', () => {
  it('are there after the app was killed, a second after they were typed', async () => {
    const drafts = await open();
    drafts.keep('visit 602', { note: '腿脚不便' });
    await vi.waitFor(async () => expect(await database.drafts.count()).toBe(1), { timeout: 2_000 });
    expect((await open()).get('visit 602')).toEqual({ note: '腿脚不便' });
  });

  it('are written at once when the page goes away', async () => {
    const drafts = await open();
    drafts.keep('visit 602', { note: '腿' });
    drafts.keep('visit 602', { note: '腿脚' });
    await drafts.flush();
    expect((await open()).get('visit 602')).toEqual({ note: '腿脚' });
    expect(unwritten.at(-1)).toBe(false);
  });

  it('are told to every window once they rest, also to one that was opened before', async () => {
    const earlier = await open();
    const later = await open();
    later.keep('visit 602', { photos: ['ab'] });
    await later.flush();
    expect(earlier.get('visit 602')).toBeUndefined();
    expect(await earlier.resting()).toEqual([{ photos: ['ab'] }]);
  });

  it('are gone once they are saved, without waiting', async () => {
    const drafts = await open();
    drafts.keep('visit 602', { note: '腿' });
    await drafts.flush();
    drafts.keep('visit 602', null);
    expect(drafts.get('visit 602')).toBeUndefined();
    await vi.waitFor(async () => expect(await database.drafts.count()).toBe(0), { timeout: 500 });
  });

  it('stay in memory while the phone cannot write, and say so', async () => {
    const drafts = await open();
    database.close({ disableAutoOpen: true });
    drafts.keep('visit 602', { note: '腿' });
    await drafts.flush();
    expect([drafts.get('visit 602'), unwritten.at(-1)]).toEqual([{ note: '腿' }, true]);
    await database.open();
    await drafts.flush();
    expect([await database.drafts.count(), unwritten.at(-1)]).toEqual([1, false]);
  });

  it.each([
    ['text', plainCodec],
    ['bytes', { ...plainCodec, seal: async (_, value) => new TextEncoder().encode(JSON.stringify(value)) } as Codec],
  ])('that the database does not take outlive a reload as sealed %s', async (_, codec) => {
    const drafts = await open(codec);
    database.close({ disableAutoOpen: true });
    drafts.keep('visit 602', { note: '腿' });
    await drafts.flush();
    await database.open();
    const again = await open(codec);
    expect(again.get('visit 602')).toEqual({ note: '腿' });
    again.keep('visit 603', { note: '又' });
    await again.flush();
    expect([spared.size, (await open(codec)).get('visit 602')]).toEqual([0, { note: '腿' }]);
  });

  it('rest sealed under their own place', async () => {
    const places: unknown[] = [];
    const codec: Codec = {
      ...plainCodec,
      seal: (place, value) => {
        places.push(place);
        return Promise.resolve(btoa(JSON.stringify(value)));
      },
      open: (_place, sealed) => Promise.resolve(JSON.parse(atob(String(sealed)))),
    };
    const drafts = await open(codec);
    drafts.keep('visit 602', { note: 'planted' });
    await drafts.flush();
    expect(JSON.stringify(await database.drafts.toArray())).not.toContain('planted');
    expect(places).toEqual([{ accountId, table: 'drafts', id: 'visit 602' }]);
    expect((await open(codec)).get('visit 602')).toEqual({ note: 'planted' });
  });

  it('that cannot be read do not keep the others from being found', async () => {
    await database.drafts.bulkPut([
      { form: 'a', sealed: '{' },
      { form: 'b', sealed: '{"note":"在"}' },
    ]);
    const drafts = await open();
    expect([drafts.get('a'), drafts.get('b')]).toEqual([undefined, { note: '在' }]);
  });

  it('that a version before the sealed store has spared readable are sealed and not lost', async () => {
    const sealed = createSealedCodec(await deriveDataKeys(new Uint8Array(32), accountId));
    spared.set(`lianxin.drafts.${accountId}`, JSON.stringify([{ form: 'visit 602', sealed: '{"note":"腿脚不便"}' }]));
    await resealSpare(spare, accountId, sealed);
    expect([...spared.values()].join()).not.toContain('腿脚');
    expect((await open(sealed)).get('visit 602')).toEqual({ note: '腿脚不便' });
  });
});
