import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The pages of a working day: who is to be visited, and what was done. */
export const todayRoutes: readonly AppRoute[] = [
  { path: '/today', page: lazyPage(() => import('./today-page.tsx'), 'TodayPage') },
  { path: '/today/log', page: lazyPage(() => import('./daily-log-page.tsx'), 'DailyLogPage') },
];
