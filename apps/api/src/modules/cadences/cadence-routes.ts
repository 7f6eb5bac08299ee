import { cadencesAnswerSchema, cadencesQuerySchema, saveCadenceSchema } from '@lianxin/protocol';
import { authorizeDesk, type DeskScope } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** Lets administrators say how often whom to visit in their community. */
export const cadenceRoutes = ({ store }: AppDeps): readonly Route[] => {
  const listAnswer = async (scope: DeskScope): Promise<Response> =>
    Response.json(await store.desk.cadences.list(scope));
  return [
    defineRoute({
      name: 'listCadences',
      access: 'admin',
      summary: 'Lists how often whom to visit, presets and those switched off among them',
      query: cadencesQuerySchema,
      answer: cadencesAnswerSchema,
      handle: async ({ caller, query }) => {
        const scope = authorizeDesk(caller.principal, query.community);
        return scope === undefined ? problem('notFound') : listAnswer(scope);
      },
    }),
    defineRoute({
      name: 'saveCadence',
      access: 'admin',
      summary: 'Saves one cadence; the phones of the community hear of it',
      body: saveCadenceSchema,
      answer: cadencesAnswerSchema,
      handle: async ({ caller, body }) => {
        const scope = authorizeDesk(caller.principal, body.community);
        if (scope === undefined) return problem('notFound');
        const saved = await store.desk.cadences.save(scope, body.cadence);
        return saved.ok ? listAnswer(scope) : problem('notFound');
      },
    }),
  ];
};
