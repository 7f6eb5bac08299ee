import { expect, test } from 'vitest';
import type { Codec, SealPlace } from '../codec.ts';
import { createSealedCodec } from './sealed-codec.ts';
import { deriveDataKeys, randomBytes } from './vault-keys.ts';

const accountId = 'account-wang-00000000';
const place: SealPlace = { accountId, table: 'person', id: 'person-1' };
const value = { name: '王建国', phone: '13900000001', note: '' };

const codecOf = async (account = accountId): Promise<Codec> =>
  createSealedCodec(await deriveDataKeys(new Uint8Array(32).fill(7), account));

const bytesOf = (sealed: Uint8Array | string): Uint8Array => {
  if (typeof sealed === 'string') throw new Error('a sealed value is bytes');
  return sealed;
};

test('what is sealed opens again and shows nothing of itself', async () => {
  const codec = await codecOf();
  const sealed = bytesOf(await codec.seal(place, value));
  expect(await codec.open(place, sealed)).toEqual(value);
  const text = new TextDecoder().decode(sealed);
  for (const part of ['name', '王建国', '13900000001']) expect(text).not.toContain(part);
});

test('the same value is never sealed twice alike', async () => {
  const codec = await codecOf();
  expect(await codec.seal(place, value)).not.toEqual(await codec.seal(place, value));
});

test.each<[string, Partial<SealPlace>]>([
  ['of another id', { id: 'person-2' }],
  ['of another table', { table: 'visit' }],
  ['of another account', { accountId: 'account-li-000000000' }],
  ['of another kind of key', { table: 'drafts' }],
])('a value that was put in the place %s does not open', async (_, other) => {
  const codec = await codecOf();
  const sealed = await codec.seal(place, value);
  await expect(codec.open({ ...place, ...other }, sealed)).rejects.toThrow();
});

test('a value sealed by one account does not open for another that knows its key bytes', async () => {
  const sealed = await (await codecOf('account-li-000000000')).seal(place, value);
  await expect((await codecOf()).open(place, sealed)).rejects.toThrow();
});

test('a value that was cut short or flipped anywhere does not open', async () => {
  const codec = await codecOf();
  const sealed = bytesOf(await codec.seal(place, value));
  for (const length of [0, 1, 12, 13, 28, sealed.length - 1])
    await expect(codec.open(place, sealed.slice(0, length))).rejects.toThrow();
  for (const at of [0, 1, 13, sealed.length - 1]) {
    const flipped = Uint8Array.from(sealed);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await expect(codec.open(place, flipped)).rejects.toThrow();
  }
});

test('a readable value that somebody put among the sealed ones is not taken for true', async () => {
  await expect((await codecOf()).open(place, JSON.stringify(value))).rejects.toThrow();
});

test('a picture is sealed as the bytes it is', async () => {
  const codec = await codecOf();
  const photo = { ...place, table: 'photos', id: 'a'.repeat(64) };
  const bytes = randomBytes(50_000);
  const sealed = await codec.sealBytes(photo, bytes);
  expect(sealed.length).toBe(bytes.length + 1 + 12 + 16);
  expect(await codec.openBytes(photo, sealed)).toEqual(bytes);
  await expect(codec.openBytes({ ...photo, id: 'b'.repeat(64) }, sealed)).rejects.toThrow();
});
