import type { AppRoute } from '../../../platform/app-route.ts';
import { LedgerPage } from './ledger-page.tsx';

/** Lists the pages of ledgers, one pattern for all of them. */
export const ledgerRoutes: readonly AppRoute[] = [{ path: '/desk/ledgers/:ledger', page: LedgerPage }];
