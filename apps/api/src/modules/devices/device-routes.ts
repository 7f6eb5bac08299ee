import { type DevicesAnswer, devicesAnswerSchema, devicesQuerySchema } from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeDesk } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';

/** Lets administrators see the phones of their people and ask a lost one to forget everything. */
export const deviceRoutes = ({ store }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'listDevices',
    access: 'admin',
    summary: "Lists the phones and browsers of a community's accounts",
    query: devicesQuerySchema,
    answer: devicesAnswerSchema,
    handle: async ({ caller, query }) => {
      const desk = authorizeDesk(caller.principal, query.community);
      if (desk === undefined) return problem('notFound');
      return Response.json({ devices: [...(await store.devices.list(caller.scope, desk))] } satisfies DevicesAnswer);
    },
  }),
  defineRoute({
    name: 'wipeDevice',
    access: 'admin',
    summary: 'Asks a phone to hand in its work and forget everything at its next contact',
    body: z.strictObject({}),
    answer: devicesAnswerSchema,
    handle: async ({ caller, param }) => {
      const asked = await store.devices.askWipe(caller.scope, param('id'));
      if (!asked.ok) return problem(asked.error.type === 'NotAllowed' ? 'notAllowed' : 'notFound');
      return Response.json({ devices: [...asked.value] } satisfies DevicesAnswer);
    },
  }),
];
