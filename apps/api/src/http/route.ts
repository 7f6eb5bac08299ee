import { err, ok, type Result } from '@lianxin/domain';
import { type ApiRoute, apiRoutes } from '@lianxin/protocol';
import type { Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type * as z from 'zod/mini';
import { authorizeTree, type TreeScope } from '../access/authorize.ts';
import type { Principal } from '../access/principal.ts';
import { describeOperation } from './describe-operation.ts';
import { problem } from './problem.ts';
import { parseJson, readBytes } from './read-body.ts';
import type { Turnstile } from './turnstile.ts';

/** Maps who may call a route to what its handler gets. `handIn` also lets revoked sessions, and phones that were asked to forget everything, push what they hold. */
export interface CallerByAccess {
  readonly anyone: Principal | undefined;
  readonly handIn: Principal;
  readonly signedIn: Principal;
  readonly admin: { readonly principal: Principal; readonly scope: TreeScope };
}

/** Is who may call a route. */
export type Access = keyof CallerByAccess;

/** Is one call with everything checked that can be checked without the store. */
export interface Call<C, B, Q> {
  readonly caller: C;
  readonly body: B;
  readonly query: Q;
  readonly param: (name: string) => string;
  readonly context: Context;
}

/** Declares a route once: who may call it, what it takes and answers, and what it does. */
export interface RouteSpec<A extends Access, B, Q> {
  readonly name: ApiRoute;
  readonly access: A;
  readonly summary: string;
  readonly body?: z.ZodMiniType<B>;
  readonly query?: z.ZodMiniType<Q>;
  readonly answer?: z.ZodMiniType;
  /** The parts of a multipart body, for the description; the handler reads it. */
  readonly parts?: readonly string[];
  /** The largest body in bytes after inflation. */
  readonly maxBytes?: number;
  /** Sends a caller away before anything of their body is read. */
  readonly turnAway?: (context: Context) => Response | undefined;
  /** Holds calls back, or sends them away for a moment, when many come at once. */
  readonly crowd?: { readonly turnstile: Turnstile; readonly weigh: (body: B) => number };
  readonly handle: (call: Call<CallerByAccess[A], B, Q>) => Promise<Response> | Response;
}

/** Is a declared route, ready to be mounted; the list of them is what the tests go through. */
export interface Route {
  readonly name: ApiRoute;
  readonly access: Access;
  readonly takesBody: boolean;
  readonly mount: (app: Hono, findPrincipal: (context: Context) => Promise<Principal | undefined>) => void;
}

const smallBodyBytes = 64 * 1024;

/** Declares a route. */
export const defineRoute = <A extends Access, B = undefined, Q = undefined>(spec: RouteSpec<A, B, Q>): Route => ({
  name: spec.name,
  access: spec.access,
  takesBody: spec.body !== undefined,
  mount: (app, findPrincipal) => {
    const { method, path } = apiRoutes[spec.name];
    app.on(method, [path], describeRoute(describeOperation(spec)), async (context) => {
      const caller = admit[spec.access](await findPrincipal(context));
      if (!caller.ok) return caller.error;
      const refusal = spec.turnAway?.(context);
      if (refusal !== undefined) return refusal;
      const query = parseWith(spec.query, context.req.query());
      if (!query.ok) return query.error;
      const body = await readBody(context, spec);
      if (!body.ok) return body.error;
      const param = (name: string): string => context.req.param(name) ?? '';
      const handle = () => spec.handle({ caller: caller.value, body: body.value, query: query.value, param, context });
      if (spec.crowd === undefined) return handle();
      return spec.crowd.turnstile.pass(spec.crowd.weigh(body.value), handle) ?? comeBackLater();
    });
  },
});

const admit: { readonly [A in Access]: (principal: Principal | undefined) => Result<CallerByAccess[A], Response> } = {
  anyone: (principal) => ok(principal),
  handIn: (principal) => (principal === undefined ? err(problem('notSignedIn')) : ok(principal)),
  signedIn: (principal) => signedIn(principal),
  admin: (principal) => {
    const known = signedIn(principal);
    if (!known.ok) return known;
    const scope = authorizeTree(known.value);
    return scope === undefined ? err(problem('notAllowed')) : ok({ principal: known.value, scope });
  },
};

const signedIn = (principal: Principal | undefined): Result<Principal, Response> => {
  if (principal === undefined) return err(problem('notSignedIn'));
  // Whose records are meant: on a shared phone somebody else may be looking at theirs.
  if (principal.wipeAskedAt !== null) return err(problem('wipe', { detail: principal.accountId }));
  return principal.isRevoked ? err(problem('accountDisabled')) : ok(principal);
};

/** Those who are sent away together must not come back together. */
const comeBackLater = (): Response => problem('busy', { retryAfterMs: 1_000 + Math.random() * 4_000 });

const readBody = async <B>(
  context: Context,
  spec: { readonly body?: z.ZodMiniType<B>; readonly maxBytes?: number },
): Promise<Result<B, Response>> => {
  if (spec.body === undefined) return parseWith(spec.body, undefined);
  const bytes = await readBytes(context.req.raw, spec.maxBytes ?? smallBodyBytes);
  if (!bytes.ok) return bytes;
  // Nothing at all says as much as an empty object: a schema that needs more names what is missing.
  const json = bytes.value.length === 0 ? ok({}) : parseJson(bytes.value);
  return json.ok ? parseWith(spec.body, json.value) : json;
};

/** Parses with a schema; a route without one gets undefined, which is what its type says. */
const parseWith = <T>(schema: z.ZodMiniType<T> | undefined, input: unknown): Result<T, Response> => {
  if (schema === undefined) return ok(undefined as T);
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err(problem('malformed', { detail: parsed.error.issues[0]?.path.map(String).join('.').slice(0, 100) ?? '' }));
};
