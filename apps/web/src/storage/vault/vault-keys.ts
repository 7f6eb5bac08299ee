import type { Bytes, PinKdf, WrappedKey } from './resting-vault.ts';

/** Is what a PIN is mixed with, and what the wrap is bound to. */
export interface LockBinding {
  readonly accountId: string;
  readonly version: 1;
  readonly kdf: PinKdf;
  readonly leaseUntil: number | null;
}

/** Is the keys that records, pictures and drafts are sealed with. */
export interface DataKeys {
  readonly records: CryptoKey;
  readonly photos: CryptoKey;
  readonly drafts: CryptoKey;
}

const aes = { name: 'AES-GCM', length: 256 } as const;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Draws random bytes. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** Makes a secret of this device: scripts can use it and never read it, so that a stolen page cannot carry it off. */
export const newDeviceSecret = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

/** Mixes a stretched PIN with the secret of the device into the key that wraps the data key. */
export const deriveWrapKey = async (
  pinKey: Bytes,
  {
    deviceSecret,
    salt,
    accountId,
  }: { readonly deviceSecret: CryptoKey; readonly salt: Bytes; readonly accountId: string },
): Promise<CryptoKey> => {
  const mixed = new Uint8Array(await crypto.subtle.sign('HMAC', deviceSecret, pinKey));
  const material = new Uint8Array([...pinKey, ...mixed]);
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  material.fill(0);
  const info = utf8(`lianxin wrap key 1|${accountId}`);
  return await crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, aes, false, [
    'encrypt',
    'decrypt',
  ]);
};

/** Wraps the data key, bound to its account, version, parameters and lease: with any of them edited it does not open. */
export const wrapDataKey = async (wrapKey: CryptoKey, dataKey: Bytes, binding: LockBinding): Promise<WrappedKey> => {
  const iv = randomBytes(12);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(binding) },
    wrapKey,
    dataKey,
  );
  return { id: 'aes-256-gcm', iv, sealed: new Uint8Array(sealed) };
};

/** Opens the data key; null when the PIN was wrong or anything it is bound to was edited. The caller wipes the bytes. */
export const unwrapDataKey = async (
  wrapKey: CryptoKey,
  { iv, sealed }: WrappedKey,
  binding: LockBinding,
): Promise<Bytes | null> => {
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: bytesOf(binding) },
      wrapKey,
      sealed,
    );
    return new Uint8Array(opened);
  } catch {
    return null;
  }
};

/** Derives the keys of everything that rests from the data key. */
export const deriveDataKeys = async (dataKey: Bytes, accountId: string): Promise<DataKeys> => {
  const base = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const derive = (what: keyof DataKeys): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(`lianxin ${what} 1|${accountId}`) },
      base,
      aes,
      false,
      ['encrypt', 'decrypt'],
    );
  return { records: await derive('records'), photos: await derive('photos'), drafts: await derive('drafts') };
};

const bytesOf = ({ accountId, version, kdf, leaseUntil }: LockBinding): Bytes =>
  utf8(
    JSON.stringify(['lianxin vault', version, accountId, kdf.id, kdf.memoryKiB, kdf.passes, 'aes-256-gcm', leaseUntil]),
  );
