import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The page that tells who changed what. */
export const historyRoutes: readonly AppRoute[] = [
  { path: '/history/:table/:id', page: lazyPage(() => import('./history-page.tsx'), 'HistoryPage') },
];
