import type { Codec, SealPlace } from '../codec.ts';
import type { Bytes } from './resting-vault.ts';
import type { DataKeys } from './vault-keys.ts';

/** The first byte of everything sealed: says how, so that a later version can do it otherwise. */
const version = 1;
const ivLength = 12;
const headLength = 1 + ivLength;

/** Makes the codec of an unlocked account: AES-GCM, and every value bound to its account, table and id. */
export const createSealedCodec = (keys: DataKeys): Codec => {
  const seal = async (place: SealPlace, plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
    const iv = crypto.getRandomValues(new Uint8Array(ivLength));
    const parameters = { name: 'AES-GCM', iv, additionalData: bindingOf(place) };
    const sealed = await crypto.subtle.encrypt(parameters, keyFor(keys, place), plain);
    const whole = new Uint8Array(headLength + sealed.byteLength);
    whole[0] = version;
    whole.set(iv, 1);
    whole.set(new Uint8Array(sealed), headLength);
    return whole;
  };
  const open = async (place: SealPlace, sealed: Uint8Array | string): Promise<ArrayBuffer> => {
    if (typeof sealed === 'string') throw new Error('a readable value stands where only sealed ones may');
    if (sealed[0] !== version) throw new Error(`a value is sealed in version ${sealed[0]}`);
    // Copied, because what a database hands out may lie in shared memory as far as types know.
    const bytes = Uint8Array.from(sealed);
    const parameters = { name: 'AES-GCM', iv: bytes.subarray(1, headLength), additionalData: bindingOf(place) };
    return await crypto.subtle.decrypt(parameters, keyFor(keys, place), bytes.subarray(headLength));
  };
  return {
    name: 'sealed',
    seal: (place, value) => seal(place, new TextEncoder().encode(JSON.stringify(value))),
    open: async (place, sealed) => JSON.parse(new TextDecoder().decode(await open(place, sealed))),
    sealBytes: seal,
    openBytes: async (place, sealed) => new Uint8Array(await open(place, sealed)),
  };
};

const keyFor = ({ records, photos, drafts }: DataKeys, { table }: SealPlace): CryptoKey => {
  if (table === 'photos') return photos;
  return table === 'drafts' ? drafts : records;
};

const bindingOf = ({ accountId, table, id }: SealPlace): Bytes =>
  new TextEncoder().encode(JSON.stringify(['lianxin', version, accountId, table, id]));
