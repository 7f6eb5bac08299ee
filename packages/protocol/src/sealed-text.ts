import * as z from 'zod/mini';

const base64url = (longest: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(longest));

/** Is a short text sealed to the server's public key, in the same way as a rescue file: ECDH on P-256 with an ephemeral key, HKDF-SHA-256, AES-256-GCM. */
export const sealedTextSchema = z.strictObject({
  format: z.literal('lianxin-text'),
  version: z.literal(1),
  keyId: base64url(32),
  ephemeral: base64url(87),
  salt: base64url(43),
  iv: base64url(16),
  sealed: base64url(1_000),
});

/** Is a short text that only the server can open. */
export type SealedText = z.infer<typeof sealedTextSchema>;
