import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';

/** Logs every API call by its route's pattern, status and time; never a query, a body, a header or a name. */
export const logRequests =
  (log: Logger, now: () => number): MiddlewareHandler =>
  async (context, next) => {
    const startedAt = now();
    await next();
    log.info(
      { method: context.req.method, route: routePath(context, -1), status: context.res.status, ms: now() - startedAt },
      'request',
    );
  };
