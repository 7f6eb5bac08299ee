import type { AppRoute } from '../../platform/app-route.ts';
import { EditNeedPage } from './edit-need-page.tsx';
import { NeedPage } from './need-page.tsx';
import { NeedsPage } from './needs-page.tsx';
import { NewNeedPage } from './new-need-page.tsx';
import { NewWishPage } from './new-wish-page.tsx';

/** The pages of needs: the list, one of them, a new one, and asking volunteers for help. */
export const needsRoutes: readonly AppRoute[] = [
  { path: '/needs', page: NeedsPage },
  { path: '/need/:needId', page: NeedPage },
  { path: '/need/:needId/edit', page: EditNeedPage },
  { path: '/door/:dwellingId/need', page: NewNeedPage },
  { path: '/door/:dwellingId/wish', page: NewWishPage },
];
