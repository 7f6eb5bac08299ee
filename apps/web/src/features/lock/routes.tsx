import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

export const lockRoutes: readonly AppRoute[] = [
  { path: '/mine/pin', page: lazyPage(() => import('./change-pin-page.tsx'), 'ChangePinPage') },
];
