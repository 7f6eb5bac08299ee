import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** Is one duty of the signed-in person with what is needed to find the right register. */
export const sessionPostingSchema = z.object({
  role: z.enum(['gridWorker', 'volunteer', 'communityAdmin', 'operator']),
  unitId: idSchema,
  unitName: z.string(),
  unitKind: z.string(),
  communityId: z.nullable(idSchema),
  communityName: z.nullable(z.string()),
  communityKind: z.nullable(z.string()),
});

/** Tells who is signed in; the token itself travels only in an HttpOnly cookie. */
export const sessionAnswerSchema = z.object({
  account: z.object({ id: idSchema, name: z.string(), loginName: z.string() }),
  postings: z.array(sessionPostingSchema),
  isDemo: z.boolean(),
  canViewUnmasked: z.boolean(),
  /** The server's public key (raw P-256 point, base64url): what is sealed to it, only the server opens. */
  sealingKey: z.optional(z.string()),
  /** Proves inside a rescue file that it was made under a session of this account. */
  rescueTicket: z.optional(z.string()),
  /** Until when this phone may be opened without hearing from the server; absent from servers that give none. */
  lease: z.optional(z.object({ until: z.int(), days: z.int() })),
  /** After how many minutes hidden or idle a phone locks. */
  lockAfterMinutes: z.optional(z.int()),
  /** The token of this person's public page, which shows name, grid, unit and supervision phone. */
  publicToken: z.optional(z.string()),
});

/** Tells that this phone has forgotten an account; `isEmpty` when nobody else's records rest on it, so that the browser may clear all that is left. */
export const wipedReportSchema = z.strictObject({ accountId: idSchema, isEmpty: z.boolean() });

/** Is who is signed in and for what. */
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
/** Is one duty of the signed-in person. */
export type SessionPosting = z.infer<typeof sessionPostingSchema>;
