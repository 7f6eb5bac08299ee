import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Is one line of the audit: who did what, to which record, from where; never a value of a record. */
export const auditEntrySchema = z.object({
  seq: z.int(),
  at: z.int(),
  actorId: z.nullable(idSchema),
  actorName: z.nullable(z.string()),
  action: z.string(),
  communityId: z.nullable(idSchema),
  subjectId: z.nullable(z.string()),
  /** Counts, numbers, hashes and reasons by name. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** Lists audit lines, newest first; `next` is the `before` of the following page. */
export const auditAnswerSchema = z.object({ entries: z.array(auditEntrySchema), next: z.nullable(z.int()) });

/** Pages through the audit. */
export const auditQuerySchema = z.object({ before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) });

/** Is one line of the audit. */
export type AuditEntry = z.infer<typeof auditEntrySchema>;
/** Lists audit lines. */
export type AuditAnswer = z.infer<typeof auditAnswerSchema>;
