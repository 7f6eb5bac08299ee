import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';

/** Logs every API call by its route's pattern, status and time; never a query, a body, a header or a name. */
export const logRequests =
  (log: Logger, now: () => number): MiddlewareHandler =>
  async (context, next) => {
    const startedAt = now();
    await next();
    log.info(
      { method: context.req.method, route: patternOf(context), status: context.res.status, ms: now() - startedAt },
      'request',
    );
  };

/** The pattern of the route that answered; a path that matches none may hold anything and is not logged. */
const patternOf = (context: Context): string =>
  matchedRoutes(context).find((route) => !route.path.endsWith('*'))?.path ?? '*';
