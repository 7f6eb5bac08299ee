import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The pages that are printed. A building's notice is shown without a register too, at the desk. */
export const printingRoutes: readonly AppRoute[] = [
  { path: '/print', page: lazyPage(() => import('./print-page.tsx'), 'PrintPage') },
  { path: '/print/slip', page: lazyPage(() => import('./slip-page.tsx'), 'SlipPage') },
];
