import * as z from 'zod/mini';

/** Checks a text of base64url up to a length. */
export const base64urlText = (longest: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(longest));

/** Tells how long a sealed value of so many bytes may be in base64url. */
export const maxSealedBase64 = (bytes: number): number => Math.ceil((bytes * 4) / 3);

/** Is what every envelope to the server has beside its kind: ECDH on P-256 with an ephemeral key, HKDF-SHA-256 with a random salt, AES-256-GCM; all bytes are base64url. */
export const sealedParts = {
  /** Tells which server's key can open it. */
  keyId: base64urlText(32),
  /** The raw ephemeral public key, 65 bytes. */
  ephemeral: base64urlText(87),
  salt: base64urlText(43),
  iv: base64urlText(16),
} as const;

/** Is anything that a phone has sealed to the server. */
export interface SealedEnvelope {
  readonly format: 'lianxin-rescue' | 'lianxin-deposit' | 'lianxin-text';
  readonly version: 1;
  readonly keyId: string;
  readonly ephemeral: string;
  readonly salt: string;
  readonly iv: string;
  readonly sealed: string;
}

/** Names everything of an envelope that is not secret, and the record it belongs to if any, so that none of it can be exchanged: it is the additional data of the cipher. */
export const sealedBinding = (
  { format, version, keyId }: Pick<SealedEnvelope, 'format' | 'version' | 'keyId'>,
  recordId: string | null = null,
): string => [format, version, keyId, ...(recordId === null ? [] : [recordId])].join('|');
