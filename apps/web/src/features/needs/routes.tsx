import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The pages of needs: the list, one of them, a new one, and asking volunteers for help. */
export const needsRoutes: readonly AppRoute[] = [
  { path: '/needs', page: lazyPage(() => import('./needs-page.tsx'), 'NeedsPage') },
  { path: '/need/:needId', page: lazyPage(() => import('./need-page.tsx'), 'NeedPage') },
  { path: '/need/:needId/edit', page: lazyPage(() => import('./edit-need-page.tsx'), 'EditNeedPage') },
  { path: '/door/:dwellingId/need', page: lazyPage(() => import('./new-need-page.tsx'), 'NewNeedPage') },
  { path: '/door/:dwellingId/wish', page: lazyPage(() => import('./new-wish-page.tsx'), 'NewWishPage') },
];
