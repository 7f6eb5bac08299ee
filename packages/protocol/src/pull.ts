import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { jsonSchema } from './mutation.ts';

/** Is the name of a bucket: `grid:<unit>`, `community:<unit>` or `user:<account>`. */
export const bucketSchema = z.string().check(z.regex(/^(grid|community|user):[A-Za-z0-9_-]{16,64}$/));

/** Asks for one page: every bucket's cursor travels, so that the server keeps no session. */
export const pullRequestSchema = z.strictObject({
  version: z.literal(1),
  schema: z.int().check(z.positive()),
  communityId: idSchema,
  epoch: z.nullable(idSchema),
  replicaId: idSchema,
  have: z.record(bucketSchema, z.int().check(z.nonnegative())),
});

/** Is one row image in one bucket: `out` means it left the bucket, `deleted` that it is gone everywhere. */
export const wireRowSchema = z.object({
  table: z.string(),
  id: idSchema,
  rev: z.int(),
  op: z.enum(['put', 'out', 'deleted']),
  fields: z.nullable(z.record(z.string(), jsonSchema)),
});

/** Tells how far one bucket's cursor moves with this page; the page counts only for a phone whose cursor is `from`. */
export const bucketPageSchema = z.object({
  bucket: bucketSchema,
  from: z.int(),
  to: z.int(),
  end: z.boolean(),
  /** How many rows of the bucket lie after this page: for the progress a person sees. */
  remaining: z.int(),
  rows: z.array(wireRowSchema),
});

/** Answers a pull with one page read in one transaction. When every bucket is at its end, the page is a checkpoint at `top`. */
export const pullAnswerSchema = z.object({
  version: z.literal(1),
  epoch: idSchema,
  top: z.int(),
  serverNow: z.int(),
  buckets: z.array(bucketPageSchema),
  drop: z.array(bucketSchema),
  checkpoint: z.boolean(),
  safe: z.int(),
});

/** Is a pull on the wire. */
export type PullRequest = z.infer<typeof pullRequestSchema>;
/** Is the answer to a pull. */
export type PullAnswer = z.infer<typeof pullAnswerSchema>;
/** Is one row image in one bucket. */
export type WireRow = z.infer<typeof wireRowSchema>;
/** Is how far one bucket's cursor moves. */
export type BucketPage = z.infer<typeof bucketPageSchema>;
/** Is the name of a bucket. */
export type Bucket = z.infer<typeof bucketSchema>;
