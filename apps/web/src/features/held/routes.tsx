import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';

/** The page on which a worker decides about what others left behind. */
export const heldRoutes: readonly AppRoute[] = [
  { path: pagePaths.held, page: lazyPage(() => import('./held-page.tsx'), 'HeldPage') },
];
