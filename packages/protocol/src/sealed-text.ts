import * as z from 'zod/mini';
import { base64urlText, sealedParts } from './sealed-envelope.ts';

/** Is a short text about one record, sealed to the server's public key in the same way as a rescue file and bound to the record's id. */
export const sealedTextSchema = z.strictObject({
  format: z.literal('lianxin-text'),
  version: z.literal(1),
  ...sealedParts,
  sealed: base64urlText(1_000),
});

/** Is a short text that only the server can open. */
export type SealedText = z.infer<typeof sealedTextSchema>;
