import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { mutationSchema } from './mutation.ts';
import { base64urlText, maxSealedBase64, sealedParts } from './sealed-envelope.ts';
import { maxMutationBytes } from './version.ts';

/** The most deposits that one request may carry. */
export const maxDeposits = 200;

/** The largest body that hands in deposits, in bytes after inflation; one deposit of the largest mutation always fits. */
export const maxDepositsBytes = 1024 * 1024;

/** Is one saved change sealed to the server's public key, in the same way as a rescue file. */
export const depositEnvelopeSchema = z.strictObject({
  format: z.literal('lianxin-deposit'),
  version: z.literal(1),
  ...sealedParts,
  sealed: base64urlText(maxSealedBase64(maxMutationBytes + 2_048)),
});

/** Is what a deposit holds once it is opened: the change under the number it has on its own phone, and the proof of whose it is. */
export const depositContentSchema = z.strictObject({
  /** The proof that the server gave to a session of the author. */
  rescueTicket: z.string().check(z.maxLength(200)),
  accountId: idSchema,
  communityId: idSchema,
  replicaId: idSchema,
  mutation: mutationSchema,
});

/** Hands in sealed work, oldest first. */
export const handInDepositsSchema = z.strictObject({
  deposits: z.array(depositEnvelopeSchema).check(z.minLength(1), z.maxLength(maxDeposits)),
});

/** Is a file of deposits: what a phone hands out whose PIN nobody can type, to be handed in like a rescue file. */
export const depositFileSchema = z.strictObject({
  format: z.literal('lianxin-deposits'),
  version: z.literal(1),
  deposits: z.array(depositEnvelopeSchema).check(z.minLength(1), z.maxLength(5_000)),
});

/** Is the receipt for one deposit, in the order of the request: taken means its work is decided and durable on the server. Never a value of a record. */
export const depositReceiptSchema = z.object({
  taken: z.boolean(),
  mutationIds: z.array(idSchema),
  /** Why it was not taken; `unreadable` stays unreadable, the others may be tried again. */
  reason: z.nullable(z.enum(['unreadable', 'forged', 'otherServer', 'busy'])),
});

/** Answers deposits one by one. */
export const depositsAnswerSchema = z.object({ receipts: z.array(depositReceiptSchema) });

/** Is one saved change, sealed. */
export type DepositEnvelope = z.infer<typeof depositEnvelopeSchema>;
/** Is a file of deposits. */
export type DepositFile = z.infer<typeof depositFileSchema>;
/** Is what a deposit holds once it is opened. */
export type DepositContent = z.infer<typeof depositContentSchema>;
/** Hands in sealed work. */
export type HandInDeposits = z.infer<typeof handInDepositsSchema>;
/** Is the receipt for one deposit. */
export type DepositReceipt = z.infer<typeof depositReceiptSchema>;
/** Answers deposits one by one. */
export type DepositsAnswer = z.infer<typeof depositsAnswerSchema>;
