import { heldAnswerSchema, heldQuerySchema } from '@lianxin/protocol';
import { authorizeDesk } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** Lets administrators see what waits in their community, without a word of it: deciding is the grid workers'. */
export const heldRoutes = ({ store }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'listHeld',
    access: 'admin',
    summary: 'Lists work that was held: who wrote it, of what kind, why, and what became of it',
    query: heldQuerySchema,
    answer: heldAnswerSchema,
    handle: async ({ caller, query }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      return scope === undefined ? problem('notFound') : Response.json(await store.desk.held(scope));
    },
  }),
];
