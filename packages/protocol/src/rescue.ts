import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { mutationSchema } from './mutation.ts';

/** The largest rescue file that is taken in, in bytes. */
export const maxRescueBytes = 8 * 1024 * 1024;

const base64url = (longest: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(longest));

/**
 * Is a rescue file: unsent work sealed to the server's public key. ECDH on P-256 with an ephemeral key, HKDF-SHA-256 with
 * a random salt, AES-256-GCM; all bytes are base64url.
 */
export const rescueEnvelopeSchema = z.strictObject({
  format: z.literal('lianxin-rescue'),
  version: z.literal(1),
  /** Tells which server's key can open it. */
  keyId: base64url(32),
  /** The raw ephemeral public key, 65 bytes. */
  ephemeral: base64url(87),
  salt: base64url(43),
  iv: base64url(16),
  sealed: base64url(Math.ceil((maxRescueBytes * 4) / 3)),
});

/** Is the work of one community in the order in which it was done; numbers start at 1. */
export const rescueLineSchema = z.strictObject({
  communityId: idSchema,
  /** The line of the phone that it comes from; null when the phone itself has lost it. */
  replicaId: z.nullable(idSchema),
  mutations: z.array(mutationSchema).check(z.minLength(1), z.maxLength(10_000)),
});

/** Is what a rescue file holds once it is opened. */
export const rescueContentSchema = z.strictObject({
  /** The proof that the server gave to a session of the author. */
  rescueTicket: z.string().check(z.maxLength(200)),
  accountId: idSchema,
  madeAt: z.int().check(z.nonnegative()),
  lines: z.array(rescueLineSchema).check(z.minLength(1), z.maxLength(50)),
});

const counts = z.object({ applied: z.int(), merged: z.int(), held: z.int(), refused: z.int() });

/** Tells what a rescue file holds, and what became of it once it was handed in; never a value of a record. */
export const rescueAnswerSchema = z.object({
  authorId: idSchema,
  authorName: z.string(),
  madeAt: z.int(),
  lines: z.array(
    z.object({
      /** Null for a community that the caller does not administer: its work waits for somebody who does. */
      communityId: z.nullable(idSchema),
      count: z.int(),
      from: z.int(),
      until: z.int(),
      /** Null while it was only looked at, and for what is out of reach. */
      outcomes: z.nullable(counts),
    }),
  ),
});

/** Names everything of an envelope that is not secret, so that none of it can be exchanged: it is the additional data of the cipher. */
export const rescueBinding = ({ format, version, keyId }: Pick<RescueEnvelope, 'format' | 'version' | 'keyId'>) =>
  `${format}|${version}|${keyId}`;

/** Is a rescue file. */
export type RescueEnvelope = z.infer<typeof rescueEnvelopeSchema>;
/** Is the work of one community in a rescue file. */
export type RescueLine = z.infer<typeof rescueLineSchema>;
/** Is what a rescue file holds once it is opened. */
export type RescueContent = z.infer<typeof rescueContentSchema>;
/** Tells what a rescue file holds and what became of it. */
export type RescueAnswer = z.infer<typeof rescueAnswerSchema>;
