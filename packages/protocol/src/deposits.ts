import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { rescueEnvelopeSchema } from './rescue.ts';

/** The most deposits that one request may carry. */
export const maxDeposits = 200;

/** Hands in sealed work; each deposit is an envelope like a rescue file's, with one saved change inside. */
export const handInDepositsSchema = z.strictObject({
  deposits: z.array(rescueEnvelopeSchema).check(z.minLength(1), z.maxLength(maxDeposits)),
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

/** Hands in sealed work. */
export type HandInDeposits = z.infer<typeof handInDepositsSchema>;
/** Answers deposits one by one. */
export type DepositsAnswer = z.infer<typeof depositsAnswerSchema>;
