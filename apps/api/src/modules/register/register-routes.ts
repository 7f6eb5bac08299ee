import { maskName, maskPhone } from '@lianxin/domain';
import {
  overviewAnswerSchema,
  type RegisterHousehold,
  registerAnswerSchema,
  registerQuerySchema,
} from '@lianxin/protocol';
import * as z from 'zod/mini';
import { authorizeDesk } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { LedgerRow } from '../../store/ledger-port.ts';
import { doorText, textIn } from '../ledgers/cell-texts.ts';

const pageRows = 100;

/** Shows the register at the desk, read-only and masked: work on it happens at the door. */
export const registerRoutes = (deps: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'getRegister',
    access: 'admin',
    summary: 'Lists doors and households of a community, masked',
    query: registerQuerySchema,
    answer: registerAnswerSchema,
    handle: async ({ caller, query }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      if (scope === undefined) return problem('notFound');
      const offset = Number(query.after ?? 0);
      if (!Number.isInteger(offset) || offset < 0) return problem('malformed', { detail: 'after' });
      const { rows, total } = await deps.store.desk.ledgers.registerPage(scope, {
        gridId: query.grid ?? null,
        search: query.search || null,
        offset,
        limit: pageRows,
      });
      const next = offset + rows.length < total ? String(offset + rows.length) : null;
      return Response.json({ households: rows.map(toHousehold), total, next });
    },
  }),
  defineRoute({
    name: 'getOverview',
    access: 'admin',
    summary: 'Counts what a community holds',
    query: z.object({ community: z.string() }),
    answer: overviewAnswerSchema,
    handle: async ({ caller, query }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      if (scope === undefined) return problem('notFound');
      const { counts, grids } = await deps.store.desk.ledgers.overview(scope, deps.now());
      const numberIn = (row: LedgerRow, column: string): number => Number(row[column] ?? 0);
      return Response.json({
        communityId: scope.communityId,
        counts: {
          dwellings: numberIn(counts, 'dwellings'),
          households: numberIn(counts, 'households'),
          persons: numberIn(counts, 'persons'),
          visitsThisMonth: numberIn(counts, 'visits_this_month'),
          openNeeds: numberIn(counts, 'open_needs'),
          openWishes: numberIn(counts, 'open_wishes'),
          helpThisMonth: numberIn(counts, 'help_this_month'),
          held: numberIn(counts, 'held'),
        },
        grids: grids.map((grid) => ({
          gridId: textIn(grid, 'grid_id'),
          name: textIn(grid, 'name'),
          dwellings: numberIn(grid, 'dwellings'),
          visitedWithin30Days: numberIn(grid, 'within30'),
          visitedWithin90Days: numberIn(grid, 'within90'),
        })),
      });
    },
  }),
];

const toHousehold = (row: LedgerRow): RegisterHousehold => {
  const nullable = (text: string): string | null => (text === '' ? null : text);
  const lastVisitAt = row['last_visit_at'];
  return {
    dwellingId: textIn(row, 'dwelling_id'),
    householdId: nullable(textIn(row, 'household_id')),
    gridName: textIn(row, 'grid'),
    address: doorText(row),
    headName: nullable(maskName(textIn(row, 'head_name'))),
    phone: nullable(maskPhone(textIn(row, 'phone'))),
    members: Number(row['members'] ?? 0),
    openNeeds: Number(row['open_needs'] ?? 0),
    lastVisitAt: typeof lastVisitAt === 'number' ? lastVisitAt : null,
  };
};
