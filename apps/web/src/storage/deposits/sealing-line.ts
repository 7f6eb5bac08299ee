import { type SealedEnvelope, sealedBinding } from '@lianxin/protocol';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Is a key agreed with the server once, under which any number of values may be sealed: whoever finds them, or made them, cannot read them. */
export interface SealingLine<F extends SealedEnvelope['format']> {
  /** Seals a text under a fresh nonce. */
  readonly seal: (plain: string) => Promise<SealedEnvelope & { readonly format: F }>;
}

/** Agrees on a key with the server's public key for one kind of envelope, bound to a record where it belongs to one. */
export const openSealingLine = async <F extends SealedEnvelope['format']>(
  sealingKey: string,
  format: F,
  recordId: string | null = null,
): Promise<SealingLine<F>> => {
  const server = await crypto.subtle.importKey('raw', fromBase64url(sealingKey), curve, false, []);
  const ephemeral = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: server }, ephemeral.privateKey, 256);
  const head = { format, version: 1, keyId: await sealingKeyId(sealingKey) } as const;
  const binding = new TextEncoder().encode(sealedBinding(head, recordId));
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: binding },
    await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const parts = {
    ...head,
    ephemeral: toBase64url(await crypto.subtle.exportKey('raw', ephemeral.publicKey)),
    salt: toBase64url(salt),
  };
  return {
    seal: async (plain) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const bytes = new TextEncoder().encode(plain);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: binding }, key, bytes);
      return { ...parts, iv: toBase64url(iv), sealed: toBase64url(sealed) };
    },
  };
};

/** Names a sealing key, so that what was sealed to another server is known without opening it. */
export const sealingKeyId = async (sealingKey: string): Promise<string> =>
  toBase64url(await crypto.subtle.digest('SHA-256', fromBase64url(sealingKey))).slice(0, 16);

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> => {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
};

const toBase64url = (bytes: ArrayBuffer | Uint8Array): string => {
  // In pieces: a call with megabytes of arguments would overflow the stack.
  const view = new Uint8Array(bytes);
  let letters = '';
  for (let at = 0; at < view.length; at += 8_192) letters += String.fromCharCode(...view.subarray(at, at + 8_192));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};
