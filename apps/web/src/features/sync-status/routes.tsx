import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

export const syncStatusRoutes: readonly AppRoute[] = [
  { path: '/mine/sync', page: lazyPage(() => import('./sync-status-page.tsx'), 'SyncStatusPage') },
];
