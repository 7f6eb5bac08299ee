import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';
import { issuedInvitationSchema } from './invitation.ts';

/** Lists the roles that an account may be posted as. */
export const roleSchema = z.enum(['gridWorker', 'volunteer', 'communityAdmin', 'operator']);

/** Is a duty to give to somebody. */
export const newPostingSchema = z.strictObject({ unitId: idSchema, role: roleSchema });

/** Is one duty with its dates. */
export const accountPostingSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  role: roleSchema,
  fromOn: z.string(),
  /** The last day; a duty that was ended before its time is over at once. */
  toOn: z.nullable(z.string()),
  isCurrent: z.boolean(),
});

/** Is an account as an administrator sees it. `invited` has no password yet. */
export const accountSchema = z.object({
  id: idSchema,
  name: z.string(),
  loginName: z.nullable(z.string()),
  state: z.enum(['invited', 'active', 'disabled']),
  canViewUnmasked: z.boolean(),
  postings: z.array(accountPostingSchema),
  /** When the open invitation ends; null when there is none. */
  invitationExpiresAt: z.nullable(z.int()),
  lastSeenAt: z.nullable(z.int()),
  /** How many mutations the account's phones said they still hold. */
  unsent: z.int(),
});

/** Lists the accounts below the units that the session administers. */
export const accountsAnswerSchema = z.object({ accounts: z.array(accountSchema) });

/** Invites somebody: an account without a password and a link to give them. */
export const inviteRequestSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  postings: z.array(newPostingSchema).check(z.minLength(1), z.maxLength(20)),
  canViewUnmasked: z.optional(z.boolean()),
});

/** Answers an invitation with the new account and its link and code. */
export const inviteAnswerSchema = z.object({ account: accountSchema, invitation: issuedInvitationSchema });

/** Is a duty to give or to keep: with `toOn` that is its last day, with null it has none, without one nothing changes. */
export const keptPostingSchema = z.extend(newPostingSchema, { toOn: z.optional(z.nullable(z.iso.date())) });

/** Replaces the current duties of an account; a duty that is left out ends now. A last day that is over is `malformed`. */
export const changePostingsSchema = z.strictObject({ postings: z.array(keptPostingSchema).check(z.maxLength(20)) });

/** Answers a change of one account. */
export const accountAnswerSchema = z.object({ account: accountSchema });

/** Is an account as an administrator sees it. */
export type Account = z.infer<typeof accountSchema>;
/** Is one duty with its dates. */
export type AccountPosting = z.infer<typeof accountPostingSchema>;
/** Lists accounts. */
export type AccountsAnswer = z.infer<typeof accountsAnswerSchema>;
/** Invites somebody. */
export type InviteRequest = z.infer<typeof inviteRequestSchema>;
/** Answers an invitation. */
export type InviteAnswer = z.infer<typeof inviteAnswerSchema>;
/** Replaces the duties of an account. */
export type ChangePostings = z.infer<typeof changePostingsSchema>;
/** Answers a change of one account. */
export type AccountAnswer = z.infer<typeof accountAnswerSchema>;
