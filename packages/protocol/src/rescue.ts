import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { mutationSchema } from './mutation.ts';
import { base64urlText, maxSealedBase64, sealedParts } from './sealed-envelope.ts';

/** The largest rescue file that is taken in, in bytes. */
export const maxRescueBytes = 8 * 1024 * 1024;

/** Is a rescue file: unsent work sealed to the server's public key. */
export const rescueEnvelopeSchema = z.strictObject({
  format: z.literal('lianxin-rescue'),
  version: z.literal(1),
  ...sealedParts,
  sealed: base64urlText(maxSealedBase64(maxRescueBytes)),
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

/** Is a rescue file. */
export type RescueEnvelope = z.infer<typeof rescueEnvelopeSchema>;
/** Is the work of one community in a rescue file. */
export type RescueLine = z.infer<typeof rescueLineSchema>;
/** Is what a rescue file holds once it is opened. */
export type RescueContent = z.infer<typeof rescueContentSchema>;
/** Tells what a rescue file holds and what became of it. */
export type RescueAnswer = z.infer<typeof rescueAnswerSchema>;
