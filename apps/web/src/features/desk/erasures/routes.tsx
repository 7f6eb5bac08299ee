import type { AppRoute } from '../../../platform/app-route.ts';
import { lazyPage } from '../../../platform/lazy-page.tsx';

const ErasurePage = lazyPage(() => import('./erasure-page.tsx'), 'ErasurePage');

/** Lists the page where people are erased; rarely opened, so fetched only then. */
export const erasureRoutes: readonly AppRoute[] = [{ path: '/desk/register/erase', page: ErasurePage }];
