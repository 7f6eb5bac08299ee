import { apiBase } from '@lianxin/protocol';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { generateSpecs } from 'hono-openapi';
import type { AppDeps } from './http/deps.ts';
import { guardOrigin } from './http/guard-origin.ts';
import { logRequests } from './http/log-requests.ts';
import { openApiDocument } from './http/open-api-document.ts';
import { problem } from './http/problem.ts';
import { defineRoute, type Route } from './http/route.ts';
import { secureHeaders } from './http/secure-headers.ts';
import { serveWeb } from './http/serve-web.ts';
import { accountRoutes } from './modules/accounts/account-routes.ts';
import { auditRoutes } from './modules/audit/audit-routes.ts';
import { cadenceRoutes } from './modules/cadences/cadence-routes.ts';
import { depositRoutes } from './modules/deposits/deposit-routes.ts';
import { deviceRoutes } from './modules/devices/device-routes.ts';
import { erasureRoutes } from './modules/erasures/erasure-routes.ts';
import { heldRoutes } from './modules/held/held-routes.ts';
import { importRoutes } from './modules/imports/import-routes.ts';
import { ledgerRoutes } from './modules/ledgers/ledger-routes.ts';
import { photoRoutes } from './modules/photos/photo-routes.ts';
import { publicPageRoutes } from './modules/public-pages/public-page-routes.ts';
import { questionSetRoutes } from './modules/question-sets/question-set-routes.ts';
import { registerRoutes } from './modules/register/register-routes.ts';
import { rescueRoutes } from './modules/rescues/rescue-routes.ts';
import { invitationRoutes } from './modules/session/invitation-routes.ts';
import { createPrincipalFinder, sessionRoutes } from './modules/session/session-routes.ts';
import { syncRoutes } from './modules/sync/sync-routes.ts';
import { unitRoutes } from './modules/units/unit-routes.ts';
import { StoreReadOnly } from './store/store-read-only.ts';

/** Lists every route of the API; the tests go through this list, so that a new route cannot be forgotten. */
export const listRoutes = (deps: AppDeps): readonly Route[] => [
  ...sessionRoutes(deps),
  ...invitationRoutes(deps),
  ...syncRoutes(deps),
  ...unitRoutes(deps),
  ...accountRoutes(deps),
  ...deviceRoutes(deps),
  ...depositRoutes(deps),
  ...importRoutes(deps),
  ...ledgerRoutes(deps),
  ...registerRoutes(deps),
  ...cadenceRoutes(deps),
  ...questionSetRoutes(deps),
  ...heldRoutes(deps),
  ...auditRoutes(deps),
  ...rescueRoutes(deps),
  ...erasureRoutes(deps),
  ...photoRoutes(deps),
  ...publicPageRoutes(deps),
  healthRoute(deps),
];

/** Builds the whole application from what it needs; starting it is somebody else's work. */
export const createApp = (deps: AppDeps): Hono => {
  const app = new Hono();
  const api = new Hono();
  const findPrincipal = createPrincipalFinder(deps);
  for (const route of listRoutes(deps)) route.mount(api, findPrincipal);
  api.get('/openapi.json', async (context) =>
    context.json(await generateSpecs(api, { documentation: openApiDocument })),
  );

  app.use(logRequests(deps.log, deps.now));
  app.use(secureHeaders(deps.address));
  app.use(`${apiBase}/*`, guardOrigin(deps.address));
  app.use(`${apiBase}/*`, compress());
  app.route(apiBase, api);
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.all('/api/*', () => problem('notFound'));
  if (deps.webFolder !== null) app.get('*', serveWeb(deps.webFolder));
  app.notFound(() => problem('notFound'));
  app.onError((cause, context) => {
    if (cause instanceof StoreReadOnly) return problem('readOnly', { retryAfterMs: 30_000 });
    // The message of a bug may quote a value, so only its kind and place are logged.
    deps.log.error({ kind: cause.name, stack: cause.stack?.split('\n').slice(1, 6) }, 'a request failed');
    return context.req.path.startsWith('/api/') ? problem('internal') : context.text('Internal error', 500);
  });
  return app;
};

const healthRoute = (_: AppDeps): Route =>
  defineRoute({
    name: 'getHealth',
    access: 'anyone',
    summary: 'Says that the server answers',
    handle: () => Response.json({ ok: true }),
  });
