import { auditAnswerSchema, auditQuerySchema } from '@lianxin/protocol';
import type { AppDeps } from '../../http/deps.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** Lets administrators read who did what. */
export const auditRoutes = ({ store }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'getAudit',
    access: 'admin',
    summary: 'Reads the audit, newest first',
    query: auditQuerySchema,
    answer: auditAnswerSchema,
    handle: async ({ caller, query }) =>
      Response.json(await store.audit.page(caller.scope, query.before === undefined ? null : Number(query.before))),
  }),
];
