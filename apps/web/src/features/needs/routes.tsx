import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.ts';
import { NeedPage } from './need-page.tsx';
import { NeedsPage } from './needs-page.tsx';

/** The pages of needs: the list, one of them, a new one, and asking volunteers for help. */
export const needsRoutes: readonly AppRoute[] = [
  { path: '/needs', page: NeedsPage },
  { path: '/need/:needId', page: NeedPage },
  { path: '/need/:needId/edit', page: lazyPage(() => import('./edit-need-page.tsx'), 'EditNeedPage') },
  { path: '/door/:dwellingId/need', page: lazyPage(() => import('./new-need-page.tsx'), 'NewNeedPage') },
  { path: '/door/:dwellingId/wish', page: lazyPage(() => import('./new-wish-page.tsx'), 'NewWishPage') },
];
