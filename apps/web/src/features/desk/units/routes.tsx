import type { AppRoute } from '../../../platform/app-route.ts';
import { UnitsPage } from './units-page.tsx';

/** Lists the pages of the unit tree. One pattern for both, so that the tree keeps what is open in it. */
export const unitRoutes: readonly AppRoute[] = [{ path: '/desk/units/:id?', page: UnitsPage }];
