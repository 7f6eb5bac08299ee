import { dayMs } from '@lianxin/domain';
import { type SessionAnswer, sessionAnswerSchema, signInSchema, wipedReportSchema } from '@lianxin/protocol';
import type { Context } from 'hono';
import { authorizeSync } from '../../access/authorize.ts';
import { usualPhones } from '../../access/phone-settings.ts';
import type { Principal } from '../../access/principal.ts';
import { verifyPassword } from '../../crypto/password.ts';
import { createToken } from '../../crypto/secrets.ts';
import { isSecureAddress } from '../../http/address.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { endedSessionCookie, readSessionToken, sessionCookie } from '../../http/session-cookie.ts';
import { describeBrowser } from './describe-browser.ts';
import { countAttempt } from './login-limits.ts';

/** Signs people in and out. */
export const sessionRoutes = (deps: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'getSession',
    access: 'signedIn',
    summary: 'Tells who is signed in and for what',
    answer: sessionAnswerSchema,
    handle: async ({ caller }) => Response.json(await describeSession(deps, caller)),
  }),
  defineRoute({
    name: 'signIn',
    access: 'anyone',
    summary: 'Signs in with name and password',
    body: signInSchema,
    answer: sessionAnswerSchema,
    handle: async ({ body, context }) => {
      if (!isSecureAddress(deps.address, context.req.header('host') ?? null)) return problem('insecureAddress');
      const attempt = await countAttempt(deps.store.sessions, context, body.loginName);
      if (attempt.refusal) return attempt.refusal;
      const found = await deps.store.sessions.findCredentials(body.loginName);
      // A disabled account is told like an unknown one, and both take as long as a wrong password.
      const isRight = await verifyPassword(
        found === undefined || found.isDisabled ? null : found.passwordHash,
        body.password,
      );
      if (found === undefined || !isRight) return problem('wrongNameOrPassword');
      await attempt.succeeded();
      const token = createToken();
      const label = describeBrowser(context.req.header('user-agent'));
      await deps.store.sessions.open({ accountId: found.accountId, tokenHash: deps.keyring.hashSecret(token), label });
      return signedInAnswer(deps, token);
    },
  }),
  defineRoute({
    name: 'reportWiped',
    access: 'handIn',
    summary: 'Tells that this phone has forgotten everything; ends its session and clears what the browser still keeps',
    body: wipedReportSchema,
    handle: async ({ caller, body }) => {
      // On a shared phone somebody else may have signed in meanwhile: their session is not the one that was asked.
      if (caller.accountId !== body.accountId || caller.wipeAskedAt === null) return problem('notFound');
      await deps.store.devices.reportWiped(caller);
      // Storage is cleared only where nobody else's records rest: the browser would take theirs along.
      const cleared = ['"cache"', '"cookies"', ...(body.isEmpty ? ['"storage"'] : [])].join(', ');
      const headers = { 'set-cookie': endedSessionCookie(deps.address), 'clear-site-data': cleared };
      return new Response(null, { status: 204, headers });
    },
  }),
  defineRoute({
    name: 'signOut',
    access: 'anyone',
    summary: 'Ends the session',
    handle: async ({ context }) => {
      const token = readSessionToken(context, deps.address);
      if (token !== undefined) await deps.store.sessions.end(deps.keyring.hashSecret(token));
      return new Response(null, { status: 204, headers: { 'set-cookie': endedSessionCookie(deps.address) } });
    },
  }),
];

/** Answers a sign-in with the session and the cookie that carries it. */
export const signedInAnswer = async (deps: AppDeps, token: string): Promise<Response> => {
  const principal = await deps.store.sessions.find(deps.keyring.hashSecret(token));
  if (principal === undefined) return problem('internal');
  return Response.json(await describeSession(deps, principal), {
    headers: { 'set-cookie': sessionCookie(deps.address, token) },
  });
};

/** Finds who a request's cookie belongs to. */
export const createPrincipalFinder =
  (deps: AppDeps) =>
  async (context: Context): Promise<Principal | undefined> => {
    const token = readSessionToken(context, deps.address);
    return token === undefined ? undefined : deps.store.sessions.find(deps.keyring.hashSecret(token));
  };

const describeSession = async (deps: AppDeps, principal: Principal): Promise<SessionAnswer> => {
  const { leaseDays, lockAfterMinutes } = deps.phones ?? usualPhones;
  const lease = { until: deps.now() + leaseDays * dayMs, days: leaseDays };
  await deps.store.sessions.renewLease(principal, lease.until);
  const publicToken = await deps.store.publicPages.tokenOf(authorizeSync(principal));
  return {
    account: { id: principal.accountId, name: principal.name, loginName: principal.loginName },
    postings: [...principal.postings],
    isDemo: await deps.store.isDemo(),
    canViewUnmasked: principal.canViewUnmasked,
    sealingKey: deps.sealingKey.publicKey,
    rescueTicket: deps.keyring.rescueTicket(principal.accountId, principal.sessionId),
    lease,
    lockAfterMinutes,
    ...(publicToken === undefined ? {} : { publicToken }),
  };
};
