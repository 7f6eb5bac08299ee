import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Is one piece of held work as the desk may know of it: whose and of what kind, never a value of it. */
export const heldEntrySchema = z.object({
  id: idSchema,
  /** The kind of work: the name of its mutation. */
  name: z.string(),
  reason: z.nullable(z.string()),
  authorName: z.nullable(z.string()),
  writtenAt: z.int(),
  receivedAt: z.int(),
  /** `unplaced` is about no grid's record, or its rule broke: it is kept, and no worker's page shows it. */
  state: z.enum(['open', 'taken', 'dropped', 'unplaced']),
  gridIds: z.array(idSchema),
  decidedByName: z.nullable(z.string()),
  decidedAt: z.nullable(z.int()),
});

/** Lists held work, what is not decided first, the newest first; `total` tells whether the list was cut. */
export const heldAnswerSchema = z.object({
  entries: z.array(heldEntrySchema),
  total: z.int(),
  open: z.int(),
  unplaced: z.int(),
});

/** Asks for the held work of a community. */
export const heldQuerySchema = z.object({ community: z.string() });

/** Is one piece of held work as the desk may know of it. */
export type HeldEntry = z.infer<typeof heldEntrySchema>;
/** Lists held work. */
export type HeldAnswer = z.infer<typeof heldAnswerSchema>;
