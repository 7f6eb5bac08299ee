import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The page of one photo. */
export const photosRoutes: readonly AppRoute[] = [
  { path: '/photo/:photoId', page: lazyPage(() => import('./photo-page.tsx'), 'PhotoPage') },
];
