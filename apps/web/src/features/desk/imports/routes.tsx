import type { AppRoute } from '../../../platform/app-route.ts';
import { ImportPage } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';

/** Lists the pages of imports: where one begins, and one on its way. */
export const importRoutes: readonly AppRoute[] = [
  { path: '/desk/imports', page: ImportsPage },
  { path: '/desk/imports/:id', page: ImportPage },
];
