import type { AppRoute } from '../../../platform/app-route.ts';
import { HeldPage } from './held-page.tsx';

/** Lists the page of what waits for grid workers. */
export const deskHeldRoutes: readonly AppRoute[] = [{ path: '/desk/held', page: HeldPage }];
