import { civilDateAt, type Result } from '@lianxin/domain';
import {
  closeUnitSchema,
  newUnitSchema,
  type UnitNode,
  unitAnswerSchema,
  unitChangeSchema,
  unitsAnswerSchema,
} from '@lianxin/protocol';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { NotAllowed, NotFound, WrongPlace } from '../../store/refusals.ts';

/** Lets administrators read and shape the tree of places. */
export const unitRoutes = ({ store, now }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'listUnits',
    access: 'admin',
    summary: 'Lists the tree of places within reach',
    answer: unitsAnswerSchema,
    handle: async ({ caller }) => Response.json({ units: await store.units.list(caller.scope) }),
  }),
  defineRoute({
    name: 'createUnit',
    access: 'admin',
    summary: 'Creates a place below another',
    body: newUnitSchema,
    answer: unitAnswerSchema,
    handle: async ({ caller, body }) => unitAnswer(await store.units.create(caller.scope, body), 201),
  }),
  defineRoute({
    name: 'changeUnit',
    access: 'admin',
    summary: 'Renames a place or changes how it is drawn',
    body: unitChangeSchema,
    answer: unitAnswerSchema,
    handle: async ({ caller, body, param }) => unitAnswer(await store.units.change(caller.scope, param('id'), body)),
  }),
  defineRoute({
    name: 'closeUnit',
    access: 'admin',
    summary: 'Closes a place on a day',
    body: closeUnitSchema,
    answer: unitAnswerSchema,
    handle: async ({ caller, body, param }) =>
      unitAnswer(await store.units.close(caller.scope, param('id'), body.toOn ?? civilDateAt(now()))),
  }),
];

const unitAnswer = (result: Result<UnitNode, NotFound | NotAllowed | WrongPlace>, status = 200): Response => {
  if (result.ok) return Response.json({ unit: result.value }, { status });
  if (result.error.type === 'WrongPlace') return problem('malformed', { detail: 'kind' });
  return problem(result.error.type === 'NotAllowed' ? 'notAllowed' : 'notFound');
};
