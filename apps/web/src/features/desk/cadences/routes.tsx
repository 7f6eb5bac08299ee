import type { AppRoute } from '../../../platform/app-route.ts';
import { CadencesPage } from './cadences-page.tsx';

/** Lists the page on which is said how often whom to visit. */
export const cadenceRoutes: readonly AppRoute[] = [{ path: '/desk/cadences', page: CadencesPage }];
