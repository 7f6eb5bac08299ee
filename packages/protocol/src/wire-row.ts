import { idSchema, type Json } from '@lianxin/domain';
import * as z from 'zod/mini';

/**
 * Is the fields of a row: whatever came out of a JSON text is JSON, so a phone that reads fifty thousand rows looks at none of their values. What is not
 * declared is never read.
 */
const fieldsOfRow = z.looseObject({}) as unknown as z.ZodMiniType<Record<string, Json>>;

/** Is one row image in one bucket: `out` means it left the bucket, `deleted` that it is gone everywhere. */
export const wireRowSchema = z.object({
  table: z.string(),
  id: idSchema,
  rev: z.int(),
  op: z.enum(['put', 'out', 'deleted']),
  fields: z.nullable(fieldsOfRow),
});

/** Is one row image in one bucket. */
export type WireRow = z.infer<typeof wireRowSchema>;
