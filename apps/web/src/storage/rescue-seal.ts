import { type RescueContent, type RescueEnvelope, rescueBinding } from '@lianxin/protocol';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Seals work to the server's public key: whoever finds the file, or made it, cannot read it. */
export const sealRescue = async (sealingKey: string, content: RescueContent): Promise<RescueEnvelope> => {
  const point = fromBase64url(sealingKey);
  const server = await crypto.subtle.importKey('raw', point, curve, false, []);
  const ephemeral = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: server }, ephemeral.privateKey, 256);
  const envelope = { format: 'lianxin-rescue', version: 1, keyId: await sealingKeyId(sealingKey) } as const;
  const binding = new TextEncoder().encode(rescueBinding(envelope));
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: binding },
    await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: binding }, key, plain);
  return {
    ...envelope,
    ephemeral: toBase64url(await crypto.subtle.exportKey('raw', ephemeral.publicKey)),
    salt: toBase64url(salt),
    iv: toBase64url(iv),
    sealed: toBase64url(sealed),
  };
};

/** Names a sealing key, so that a file of another server is known without opening it. */
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
