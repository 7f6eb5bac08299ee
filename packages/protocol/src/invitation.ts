import { idSchema } from '@lianxin/domain';
import * as z from 'zod/mini';

/** The letters of a typed invitation code: no 0, 1, I, L, O or U, which are read as one another on a printed card. */
export const invitationAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The length of a typed invitation code. */
export const invitationCodeLength = 8;

/** The path of the page that a link or QR code opens; the token follows after `#`, so that no server log holds it. */
export const invitationPath = '/invitation';

/** The shortest password that is accepted. */
export const minPasswordLength = 8;

/** Is a login name as people type it; compared without regard to case and width. */
export const loginNameSchema = z.string().check(z.trim(), z.minLength(2), z.maxLength(40));

/** Is a password as it travels; its strength is judged by the server. */
export const passwordSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** Names an invitation by the token of its link or by its typed code. */
export const invitationKeySchema = z.union([
  z.strictObject({ token: z.string().check(z.minLength(20), z.maxLength(100)) }),
  z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(20)) }),
]);

/** Tells what an invitation is for; looking consumes nothing. `loginName` is set when the invitation resets a password. */
export const invitationAnswerSchema = z.object({
  name: z.string(),
  loginName: z.nullable(z.string()),
  postings: z.array(z.object({ role: z.string(), unitName: z.string() })),
  expiresAt: z.int(),
});

/** Accepts an invitation, which consumes it and signs in. `name` corrects the name that the inviter wrote. */
export const acceptInvitationSchema = z.strictObject({
  invitation: invitationKeySchema,
  name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))),
  loginName: loginNameSchema,
  password: passwordSchema,
});

/** Signs in with the name and password chosen at the invitation. */
export const signInSchema = z.strictObject({
  loginName: z.string().check(z.minLength(1), z.maxLength(60)),
  password: passwordSchema,
});

/** Is a fresh invitation; it is shown once, the server keeps only its hash. `link` ends in `#` and the token. */
export const issuedInvitationSchema = z.object({
  accountId: idSchema,
  link: z.string(),
  code: z.string(),
  expiresAt: z.int(),
});

/** Names an invitation by token or code. */
export type InvitationKey = z.infer<typeof invitationKeySchema>;
/** Is what an invitation is for. */
export type InvitationAnswer = z.infer<typeof invitationAnswerSchema>;
/** Accepts an invitation. */
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;
/** Signs in. */
export type SignIn = z.infer<typeof signInSchema>;
/** Is a fresh invitation with its link and code. */
export type IssuedInvitation = z.infer<typeof issuedInvitationSchema>;
