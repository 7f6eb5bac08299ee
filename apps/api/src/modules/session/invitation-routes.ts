import {
  acceptInvitationSchema,
  type InvitationKey,
  type IssuedInvitation,
  invitationAnswerSchema,
  invitationKeySchema,
  invitationPath,
  sessionAnswerSchema,
} from '@lianxin/protocol';
import { hashPassword, isWeakPassword } from '../../crypto/password.ts';
import { createCode, createToken, normalizeCode } from '../../crypto/secrets.ts';
import { isSecureAddress } from '../../http/address.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { InvitationHash, NewInvitation } from '../../store/port.ts';
import { describeBrowser } from './describe-browser.ts';
import { countAttempt } from './login-limits.ts';
import { signedInAnswer } from './session-routes.ts';

const invitationLifeMs = 14 * 86_400_000;

/** Lets people in by invitation: looking consumes nothing, accepting does. */
export const invitationRoutes = (deps: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'lookAtInvitation',
    access: 'anyone',
    summary: 'Tells what an invitation is for, consuming nothing',
    body: invitationKeySchema,
    answer: invitationAnswerSchema,
    handle: async ({ body, context }) => {
      if (!isSecureAddress(deps.address, context.req.header('host') ?? null)) return problem('insecureAddress');
      const attempt = await countAttempt(deps.store.sessions, context, 'invitation.look');
      if (attempt.refusal) return attempt.refusal;
      const found = await deps.store.accounts.look(hashInvitation(deps, body));
      if (found === undefined) return problem('invitationUsedOrExpired');
      await attempt.succeeded();
      return Response.json(found);
    },
  }),
  defineRoute({
    name: 'acceptInvitation',
    access: 'anyone',
    summary: 'Accepts an invitation with a name and a password, and signs in',
    body: acceptInvitationSchema,
    answer: sessionAnswerSchema,
    handle: async ({ body, context }) => {
      if (!isSecureAddress(deps.address, context.req.header('host') ?? null)) return problem('insecureAddress');
      const attempt = await countAttempt(deps.store.sessions, context, 'invitation.accept');
      if (attempt.refusal) return attempt.refusal;
      const key = hashInvitation(deps, body.invitation);
      if ((await deps.store.accounts.look(key)) === undefined) return problem('invitationUsedOrExpired');
      // Whoever holds the invitation guesses nothing; a refused password is no failed try.
      await attempt.succeeded();
      if (isWeakPassword(body.password, body.loginName)) return problem('weakPassword');
      const token = createToken();
      const passwordHash = await hashPassword(body.password);
      const accepted = {
        name: body.name ?? null,
        loginName: body.loginName,
        passwordHash,
        sessionTokenHash: deps.keyring.hashSecret(token),
        sessionLabel: describeBrowser(context.req.header('user-agent')),
      };
      const result = await deps.store.accounts.accept(key, accepted);
      if (!result.ok) return problem(result.error.type === 'NameTaken' ? 'nameTaken' : 'invitationUsedOrExpired');
      return signedInAnswer(deps, token);
    },
  }),
];

/** Makes a fresh invitation: what the store keeps, and what is shown once. */
export const issueInvitation = (
  deps: Pick<AppDeps, 'keyring' | 'now'>,
  origin: string,
): { readonly kept: NewInvitation; readonly shown: Omit<IssuedInvitation, 'accountId'> } => {
  const token = createToken();
  const code = createCode();
  const expiresAt = deps.now() + invitationLifeMs;
  return {
    kept: { tokenHash: deps.keyring.hashSecret(token), codeHash: deps.keyring.hashSecret(code), expiresAt },
    shown: { link: `${origin}${invitationPath}#${token}`, code, expiresAt },
  };
};

const hashInvitation = (deps: AppDeps, key: InvitationKey): InvitationHash =>
  'token' in key
    ? { kind: 'token', hash: deps.keyring.hashSecret(key.token) }
    : { kind: 'code', hash: deps.keyring.hashSecret(normalizeCode(key.code)) };
