import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';
import { VisitFormPage } from './visit-form-page.tsx';

/** The pages of visits: writing one down, looking at one, putting one right. */
export const visitsRoutes: readonly AppRoute[] = [
  { path: '/door/:dwellingId/visit', page: VisitFormPage },
  { path: '/visit/:visitId', page: lazyPage(() => import('./visit-page.tsx'), 'VisitPage') },
  { path: '/visit/:visitId/wrong-door', page: lazyPage(() => import('./wrong-door-page.tsx'), 'WrongDoorPage') },
];
