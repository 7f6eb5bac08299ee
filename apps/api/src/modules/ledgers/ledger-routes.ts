import { civilDateAt } from '@lianxin/domain';
import {
  type LedgerName,
  type LedgerQuery,
  ledgerNames,
  ledgerPreviewSchema,
  ledgerQuerySchema,
  previewedLedgers,
  unmaskedLedgerSchema,
} from '@lianxin/protocol';
import { authorizeDesk, authorizeUnmasked } from '../../access/authorize.ts';
import type { AppDeps } from '../../http/deps.ts';
import { problem } from '../../http/problem.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { LedgerFilter } from '../../store/ledger-port.ts';
import { exportLedger } from './export-ledger.ts';
import { previewLedger } from './preview-ledger.ts';

/** Gives ledgers out as workbooks, masked unless the permitted role says why not. */
export const ledgerRoutes = (deps: AppDeps): readonly Route[] => [
  defineRoute({
    name: 'previewLedger',
    access: 'admin',
    summary: 'Shows the beginning of a ledger and its figures, masked',
    query: ledgerQuerySchema,
    answer: ledgerPreviewSchema,
    handle: ({ caller, query, param }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      const ledger = previewedLedgers.find((name) => name === param('ledger'));
      if (scope === undefined || ledger === undefined) return problem('notFound');
      return previewLedger(deps, { ledger, scope, filter: filterOf(deps, query) });
    },
  }),
  defineRoute({
    name: 'getLedger',
    access: 'admin',
    summary: 'Exports a ledger as .xlsx, masked',
    query: ledgerQuerySchema,
    handle: ({ caller, query, param }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      const ledger = ledgerOf(param('ledger'));
      if (scope === undefined || ledger === undefined) return problem('notFound');
      return exportLedger(deps, { ledger, scope, unmasked: null, filter: filterOf(deps, query) });
    },
  }),
  defineRoute({
    name: 'getUnmaskedLedger',
    access: 'admin',
    summary: 'Exports a ledger as .xlsx with every value, for a reason that goes into the audit',
    query: ledgerQuerySchema,
    body: unmaskedLedgerSchema,
    handle: ({ caller, query, body, param }) => {
      const scope = authorizeDesk(caller.principal, query.community);
      const ledger = ledgerOf(param('ledger'));
      if (scope === undefined || ledger === undefined) return problem('notFound');
      const reason = body.reason ?? '';
      if (reason.length < 2) return problem('reasonMissing');
      const unmasked = authorizeUnmasked(scope, reason);
      if (unmasked === undefined) return problem('notAllowed');
      return exportLedger(deps, { ledger, scope, unmasked, filter: filterOf(deps, query) });
    },
  }),
];

const ledgerOf = (file: string): LedgerName | undefined => ledgerNames.find((name) => `${name}.xlsx` === file);

const filterOf = (deps: AppDeps, query: LedgerQuery): LedgerFilter => {
  const today = civilDateAt(deps.now());
  const toOn = query.to ?? null;
  return {
    gridId: query.grid ?? null,
    fromOn: query.from ?? null,
    toOn,
    asOf: toOn !== null && toOn < today ? toOn : today,
  };
};
