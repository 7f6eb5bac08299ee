import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { segmentHashSchema, segmentNoteSchema } from './segments.ts';
import { wireRowSchema } from './wire-row.ts';

/** Is the name of a bucket: `grid:<unit>`, `community:<unit>` or `user:<account>`. */
export const bucketSchema = z.string().check(z.regex(/^(grid|community|user):[A-Za-z0-9_-]{16,64}$/));

/** Is the end of the audit's chain; phones remember it, so that a log that was cut or rewritten is noticed. */
export const auditHeadSchema = z.object({
  seq: z.int().check(z.nonnegative()),
  hash: z.string().check(z.maxLength(100)),
});

/**
 * Asks for one page: every bucket's cursor travels, so that the server keeps no session. `repaired` names buckets that did not add up and are fetched anew;
 * `audit` is the end of the audit that this phone remembers. `segments` says that this phone takes segments, and names by bucket those that are told to it
 * and not here yet: their rows are left out of the pages. An older phone says nothing and is sent every row.
 */
export const pullRequestSchema = z.strictObject({
  version: z.literal(1),
  schema: z.int().check(z.positive()),
  communityId: idSchema,
  epoch: z.nullable(idSchema),
  replicaId: idSchema,
  have: z.record(bucketSchema, z.int().check(z.nonnegative())),
  repaired: z.optional(z.array(bucketSchema).check(z.maxLength(1_000))),
  audit: z.optional(auditHeadSchema),
  segments: z.optional(z.record(bucketSchema, z.array(segmentHashSchema).check(z.maxLength(2_000)))),
});

/** Tells how far one bucket's cursor moves with this page; the page counts only for a phone whose cursor is `from`. */
export const bucketPageSchema = z.object({
  bucket: bucketSchema,
  from: z.int(),
  to: z.int(),
  end: z.boolean(),
  /** How many rows of the bucket lie after this page: for the progress a person sees. */
  remaining: z.int(),
  /** The sum over the bucket's live rows at `top`, from the server's own rows; null on a page that is not the bucket's last. */
  digest: z.nullable(z.string()),
  rows: z.array(wireRowSchema),
  /** With the first rows of a bucket: where its older visits lie. They are fetched when all buckets are at their end. */
  segments: z.optional(z.array(segmentNoteSchema)),
});

/** Answers a pull with one page read in one transaction. When every bucket is at its end, the page is a checkpoint at `top`. */
export const pullAnswerSchema = z.object({
  version: z.literal(1),
  epoch: idSchema,
  top: z.int(),
  serverNow: z.int(),
  buckets: z.array(bucketPageSchema),
  drop: z.array(bucketSchema),
  /** The buckets that this phone asks for again from the beginning, because a segment it waits for was given up; its rows stay meanwhile. */
  again: z.optional(z.array(bucketSchema)),
  checkpoint: z.boolean(),
  safe: z.int(),
  audit: z.nullable(auditHeadSchema),
});

/** Is the end of the audit's chain. */
export type AuditHead = z.infer<typeof auditHeadSchema>;
/** Is a pull on the wire. */
export type PullRequest = z.infer<typeof pullRequestSchema>;
/** Is the answer to a pull. */
export type PullAnswer = z.infer<typeof pullAnswerSchema>;
/** Is how far one bucket's cursor moves. */
export type BucketPage = z.infer<typeof bucketPageSchema>;
/** Is the name of a bucket. */
export type Bucket = z.infer<typeof bucketSchema>;
