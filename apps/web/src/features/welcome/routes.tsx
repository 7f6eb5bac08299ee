import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

export const welcomeRoutes: readonly AppRoute[] = [
  { path: '/welcome', page: lazyPage(() => import('./welcome-page.tsx'), 'WelcomePage') },
];
