import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The page on which a worker decides about what others left behind. */
export const heldRoutes: readonly AppRoute[] = [
  { path: '/held', page: lazyPage(() => import('./held-page.tsx'), 'HeldPage') },
];
