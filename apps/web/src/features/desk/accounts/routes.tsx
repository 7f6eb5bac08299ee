import type { AppRoute } from '../../../platform/app-route.ts';
import { AccountsPage } from './accounts-page.tsx';

/** Lists the pages of accounts: the list, and one account or the invitation of a new one beside it. */
export const accountRoutes: readonly AppRoute[] = [{ path: '/desk/accounts/:id?', page: AccountsPage }];
