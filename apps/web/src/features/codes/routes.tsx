import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

/** The pages of household codes: giving one, opening one, scanning. */
export const codesRoutes: readonly AppRoute[] = [
  {
    path: '/household/:householdId/code',
    page: lazyPage(() => import('./household-code-page.tsx'), 'HouseholdCodePage'),
  },
  { path: '/q/:token', page: lazyPage(() => import('./open-code-page.tsx'), 'OpenCodePage') },
  { path: '/scan', page: lazyPage(() => import('./scan-page.tsx'), 'ScanPage') },
];
