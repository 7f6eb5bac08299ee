import {
  gridLogLayout,
  helpLayout,
  residentsLayout,
  visitsLayout,
  visitsLayoutWith,
  writeAsImported,
  writeLedger,
} from '@lianxin/ledger';
import { type LedgerName, ledgerNumberHeader } from '@lianxin/protocol';
import type { DeskScope, UnmaskedScope } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import type { LedgerFilter, LedgerRow } from '../../store/ledger-port.ts';
import { answerColumns } from './answer-columns.ts';
import { gridLogLines } from './grid-log-lines.ts';
import { helpLines } from './help-lines.ts';
import { ledgerHeading } from './ledger-heading.ts';
import { residentLines } from './resident-lines.ts';
import { streamExport } from './stream-export.ts';
import { visitLines } from './visit-lines.ts';
import { withSums } from './with-sums.ts';

/** Is one export that somebody may make. */
export interface LedgerOrder {
  readonly ledger: LedgerName;
  readonly scope: DeskScope;
  /** The right to see every value; null exports masked. */
  readonly unmasked: UnmaskedScope | null;
  readonly filter: LedgerFilter;
}

const titles: Readonly<Record<LedgerName, string>> = {
  residents: residentsLayout.name,
  visits: visitsLayout.name,
  help: helpLayout.name,
  'grid-log': gridLogLayout.name,
  'as-imported': '居民底册',
};

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Answers with a ledger as it is written; its line in the audit tells number, rows and hash of what left. */
export const exportLedger = async (deps: AppDeps, order: LedgerOrder): Promise<Response> => {
  const { store } = deps;
  const { scope, filter, ledger } = order;
  const grid = filter.gridId === null ? undefined : await store.desk.ledgers.grid(scope, filter.gridId);
  if (filter.gridId !== null && grid === undefined) return problem('notFound');
  const community = await store.desk.ledgers.community(scope);
  const number = await store.desk.ledgers.takeNumber(scope, Number(filter.asOf.slice(0, 4)));
  const unit = `${community.name}${grid?.name ?? ''}`;
  const counter = { rows: 0 };
  const chunks = await chunksOf(deps, order, { counter, unit, number });
  if (chunks === undefined) return problem('nothingImported');
  const body = streamExport(chunks, (file) =>
    store.audit.append(scope, {
      action: 'ledger.exported',
      subjectId: filter.gridId ?? scope.communityId,
      facts: {
        ledger,
        number,
        rows: counter.rows,
        isMasked: order.unmasked === null,
        reason: order.unmasked?.reason ?? '',
        ...file,
      },
    }),
  );
  const fileName = encodeURIComponent(`${unit}${titles[ledger]}${number}.xlsx`);
  return new Response(body, {
    headers: {
      'content-type': workbookType,
      'content-disposition': `attachment; filename="${ledger}.xlsx"; filename*=UTF-8''${fileName}`,
      [ledgerNumberHeader]: number,
    },
  });
};

interface Making {
  readonly counter: { rows: number };
  readonly unit: string;
  readonly number: string;
}

const chunksOf = async (
  deps: AppDeps,
  order: LedgerOrder,
  making: Making,
): Promise<AsyncGenerator<Uint8Array> | undefined> => {
  const { ledgers } = deps.store.desk;
  const { scope, filter, ledger } = order;
  const isMasked = order.unmasked === null;
  const text = ledgerHeading(
    { name: titles[ledger], unit: making.unit, number: making.number, exportedBy: scope.actor.name },
    filter,
  );
  const counted = (rows: AsyncIterable<LedgerRow>): AsyncIterable<LedgerRow> => countRows(rows, making.counter);
  const openIdentityNumber = (sealed: string, personId: string): string => deps.keyring.open(sealed, personId);
  if (ledger === 'residents') {
    const lines = residentLines(counted(ledgers.residents(scope, filter)), {
      isMasked,
      asOf: filter.asOf,
      openIdentityNumber,
    });
    return writeLedger({ layout: residentsLayout, text, lines });
  }
  if (ledger === 'visits') {
    const answers = answerColumns(await deps.store.desk.questionSets.answered(scope, filter));
    const lines = visitLines(counted(ledgers.visits(scope, filter)), isMasked, answers);
    return writeLedger({ layout: visitsLayoutWith(answers.columns), text, lines: withSums(lines, answers.columns) });
  }
  if (ledger === 'grid-log')
    return writeLedger({
      layout: gridLogLayout,
      text,
      lines: gridLogLines(counted(ledgers['grid-log'](scope, filter))),
    });
  if (ledger === 'help')
    return writeLedger({
      layout: helpLayout,
      text,
      lines: helpLines(counted(ledgers.help(scope, filter)), { isMasked, organiser: making.unit }),
    });
  return asImportedChunks(deps, order, { ...making, caption: text.caption });
};

async function* countRows(rows: AsyncIterable<LedgerRow>, counter: { rows: number }): AsyncGenerator<LedgerRow> {
  for await (const row of rows) {
    counter.rows += 1;
    yield row;
  }
}

/** Reads the community's own file again and writes it with the register of today. */
const asImportedChunks = async (
  deps: AppDeps,
  order: LedgerOrder,
  making: Making & { readonly caption: string },
): Promise<AsyncGenerator<Uint8Array> | undefined> => {
  const { scope, filter, unmasked } = order;
  const kept = await deps.store.desk.imports.lastConfirmed(scope);
  if (kept === undefined || kept.importedRows === null) return undefined;
  const read = await deps.readWorkbook({ file: kept.content, mapping: kept.mapping });
  if (!read.ok) return undefined;
  const register = await deps.store.desk.readRegister(scope);
  const sealed = new Map(register.persons.map((person) => [person.id, person.identityNumberSealed]));
  const identityNumberOf = (personId: string): string | null => {
    const envelope = sealed.get(personId) ?? null;
    return envelope === null ? null : deps.keyring.open(envelope, personId);
  };
  const dwellings = filter.gridId === null ? null : dwellingsOfGrid(register, filter.gridId);
  making.counter.rows = kept.importedRows.length;
  const file = await writeAsImported({
    workbook: read.value.workbook,
    ledger: read.value.parsed,
    rows: kept.importedRows,
    register,
    caption: making.caption,
    ...(unmasked === null ? {} : { identityNumberOf }),
    ...(dwellings === null ? {} : { includesDwelling: (id: string) => dwellings.has(id) }),
  });
  return (async function* () {
    yield file;
  })();
};

type Register = Awaited<ReturnType<AppDeps['store']['desk']['readRegister']>>;

const dwellingsOfGrid = (register: Register, gridId: string): ReadonlySet<string> => {
  const parents = new Map(register.units.map((unit) => [unit.id, unit.parentId]));
  const isInGrid = (unitId: string): boolean => {
    const building = parents.get(unitId);
    return building === gridId || parents.get(building ?? '') === gridId;
  };
  return new Set(register.dwellings.filter((dwelling) => isInGrid(dwelling.unitId)).map((dwelling) => dwelling.id));
};
