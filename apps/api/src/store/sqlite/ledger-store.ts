import { assert, civilDateAt, dayMs, startOfDay } from '@lianxin/domain';
import type { LedgerExport } from '@lianxin/protocol';
import type Database from 'better-sqlite3';
import { and, eq } from 'drizzle-orm';
import type { DeskScope } from '../../access/authorize.ts';
import type { LedgerFilter, LedgerRow, LedgerStore } from '../ledger-port.ts';
import { inSnapshot, type StoreCore } from './core.ts';
import { gridLogQuery } from './grid-log-query.ts';
import { figuresQueries, lastExportsQuery } from './ledger-figures.ts';
import {
  gridCountsQuery,
  helpQuery,
  overviewQuery,
  registerCountQuery,
  registerQuery,
  residentsQuery,
  visitsQuery,
} from './ledger-queries.ts';
import { exportNumbers } from './schema/desk-tables.ts';

/** After this many rows everybody else gets a turn. */
const rowsPerTurn = 500;

type Parameters = Readonly<Record<string, string | number | null>>;

/** Reads ledgers from SQLite, each on a connection of its own: a long read must not hold back what the others see. */
export const createLedgerStore = (core: StoreCore): LedgerStore => {
  const { writer, reader, queue } = core;
  const read = (query: string) => (scope: DeskScope, filter: LedgerFilter) =>
    readRows(core.openReader, query, toParameters(scope, filter));
  return {
    grid: async (scope, gridId) => reader.tree.gridsOf(scope.communityId).find((grid) => grid.id === gridId),
    community: async (scope) => {
      const found = reader.tree.node(scope.communityId, scope.communityId);
      assert(found !== undefined, 'a community has no unit');
      return found;
    },
    takeNumber: (scope, year) =>
      queue.run(() => {
        const key = { communityId: scope.communityId, year };
        const where = and(eq(exportNumbers.communityId, key.communityId), eq(exportNumbers.year, year));
        const last = (writer.db.select().from(exportNumbers).where(where).get()?.last ?? 0) + 1;
        writer.db
          .insert(exportNumbers)
          .values({ ...key, last })
          .onConflictDoUpdate({ target: [exportNumbers.communityId, exportNumbers.year], set: { last } })
          .run();
        return `${year}-${String(last).padStart(4, '0')}`;
      }),
    registerPage: async (scope, filter) =>
      inSnapshot(reader, () => {
        const { gridId, search, limit, offset } = filter;
        const shared = {
          communityId: scope.communityId,
          gridId,
          pattern: search === null ? null : likePattern(search),
        };
        const total = reader.sqlite.prepare<[Parameters], LedgerRow>(registerCountQuery).get(shared)?.['total'];
        return {
          rows: reader.sqlite.prepare<[Parameters], LedgerRow>(registerQuery).all({ ...shared, limit, offset }),
          total: Number(total ?? 0),
        };
      }),
    overview: async (scope, now) =>
      inSnapshot(reader, () => {
        const monthOn = `${civilDateAt(now).slice(0, 7)}-01`;
        const { communityId } = scope;
        const counts =
          reader.sqlite
            .prepare<[Parameters], LedgerRow>(overviewQuery)
            .get({ communityId, monthOn, monthAt: startOfDay(monthOn) }) ?? {};
        const since = { communityId, since30: now - 30 * dayMs, since90: now - 90 * dayMs };
        return { counts, grids: reader.sqlite.prepare<[Parameters], LedgerRow>(gridCountsQuery).all(since) };
      }),
    figures: async (scope, ledger, filter) =>
      reader.sqlite
        .prepare<[Parameters], Record<string, number>>(figuresQueries[ledger])
        .get(toParameters(scope, filter)) ?? {},
    lastExports: async (scope, ledger) =>
      reader.sqlite
        .prepare<[Parameters], ExportRow>(lastExportsQuery)
        .all({ communityId: scope.communityId, ledger })
        .map(toExport),
    residents: read(residentsQuery),
    visits: read(visitsQuery),
    help: read(helpQuery),
    'grid-log': read(gridLogQuery),
  };
};

interface ExportRow {
  readonly at: number;
  readonly byName: string;
  readonly facts: string;
}

const toExport = ({ at, byName, facts }: ExportRow): LedgerExport => {
  const { number, rows, isMasked }: { number: string; rows: number; isMasked: boolean } = JSON.parse(facts);
  return { at, byName, number, rows, isUnmasked: !isMasked };
};

/** Searched text means itself: %, _ and the escape are letters like any other. */
const likePattern = (search: string): string => `%${search.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;

/** Names what the queries of ledgers ask for. */
export const toParameters = (scope: DeskScope, filter: LedgerFilter): Parameters => ({
  communityId: scope.communityId,
  ...filter,
  fromAt: filter.fromOn === null ? null : startOfDay(filter.fromOn),
  beforeAt: filter.toOn === null ? null : startOfDay(filter.toOn) + dayMs,
});

async function* readRows(
  openReader: () => Database.Database,
  query: string,
  parameters: Parameters,
): AsyncGenerator<LedgerRow> {
  const db = openReader();
  try {
    let inTurn = 0;
    for (const row of db.prepare<[Parameters], LedgerRow>(query).iterate(parameters)) {
      yield row;
      inTurn += 1;
      if (inTurn % rowsPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    db.close();
  }
}
