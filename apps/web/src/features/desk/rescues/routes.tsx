import type { AppRoute } from '../../../platform/app-route.ts';
import { lazyPage } from '../../../platform/lazy-page.tsx';

const RescuePage = lazyPage(() => import('./rescue-page.tsx'), 'RescuePage');

/** Lists the page where the work of a phone is handed in; rarely opened, so fetched only then. */
export const rescueRoutes: readonly AppRoute[] = [{ path: '/desk/rescues', page: RescuePage }];
