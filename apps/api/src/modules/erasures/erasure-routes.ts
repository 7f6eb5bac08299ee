import { codeLabel, maskName, maskPhone, relationToHead } from '@lianxin/domain';
import {
  erasePersonSchema,
  erasureAnswerSchema,
  erasureLookSchema,
  type FoundPerson,
  findPersonsSchema,
  foundPersonsSchema,
  lookAtErasureSchema,
} from '@lianxin/protocol';
import { authorizeDesk } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { LedgerRow } from '../../store/ledger-port.ts';
import { doorText, textIn } from '../ledgers/cell-texts.ts';
import { cleanLedgerFile } from './clean-ledger-file.ts';

/** Lets an administrator erase a person: find them, see what goes and what stays, and do it for a reason. */
export const erasureRoutes = ({ store: { erasures }, readWorkbook }: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'findPersons',
    access: 'admin',
    summary: 'Finds people of a community by name, phone or door, masked',
    body: findPersonsSchema,
    answer: foundPersonsSchema,
    handle: async ({ caller, body }) => {
      const scope = authorizeDesk(caller.principal, body.community);
      if (scope === undefined) return problem('notFound');
      const rows = await erasures.find(scope, body.search);
      return Response.json({ persons: rows.map(toPerson), total: Number(rows[0]?.['total'] ?? 0) });
    },
  }),
  defineRoute({
    name: 'lookAtErasure',
    access: 'admin',
    summary: 'Counts what erasing a person would take out and what would stay; changes nothing',
    query: lookAtErasureSchema,
    answer: erasureLookSchema,
    handle: async ({ caller, param, query }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      const look = scope && (await erasures.look(scope, param('id')));
      if (!look?.ok) return problem('notFound');
      const { person, removes, stays } = look.value;
      return Response.json({ person: toPerson(person), removes, stays });
    },
  }),
  defineRoute({
    name: 'erasePerson',
    access: 'admin',
    summary: 'Erases every value of a person for good; ids and counts stay',
    body: erasePersonSchema,
    answer: erasureAnswerSchema,
    handle: async ({ caller, param, body }) => {
      const scope = authorizeDesk(caller.principal, body.community);
      if (scope === undefined) return problem('notFound');
      const erased = await erasures.erase(scope, param('id'), {
        reason: body.reason,
        cleanFile: cleanLedgerFile(readWorkbook),
      });
      if (erased.ok) return Response.json(erased.value);
      return problem(erased.error.type === 'NotFound' ? 'notFound' : 'reasonNamesPerson');
    },
  }),
];

const toPerson = (row: LedgerRow): FoundPerson => {
  const relation = textIn(row, 'relation_to_head');
  const erasedAt = row['erased_at'];
  return {
    personId: textIn(row, 'person_id'),
    name: maskName(textIn(row, 'name')),
    phone: maskPhone(textIn(row, 'phone')),
    address: doorText(row),
    relation: relation === '' ? '' : codeLabel(relationToHead, relation),
    erasedAt: typeof erasedAt === 'number' ? erasedAt : null,
  };
};
