import { codesRoutes } from '../features/codes/routes.tsx';
import { heldRoutes } from '../features/held/routes.tsx';
import { helpRoutes } from '../features/help/routes.tsx';
import { historyRoutes } from '../features/history/routes.tsx';
import { lockRoutes } from '../features/lock/routes.tsx';
import { needsRoutes } from '../features/needs/routes.tsx';
import { photosRoutes } from '../features/photos/routes.tsx';
import { printingRoutes } from '../features/printing/routes.tsx';
import { registerRoutes } from '../features/register/routes.tsx';
import { settingsRoutes } from '../features/settings/routes.tsx';
import { syncStatusRoutes } from '../features/sync-status/routes.tsx';
import { todayRoutes } from '../features/today/routes.tsx';
import { visitsRoutes } from '../features/visits/routes.tsx';
import { welcomeRoutes } from '../features/welcome/routes.tsx';
import { type AppRoute, fetchPage } from '../platform/app-route.ts';
import { pagePaths } from '../storage/reading/page-paths.ts';

/** The pages of whoever works with a phone. */
export const everybodysRoutes: readonly AppRoute[] = [
  ...helpRoutes,
  ...settingsRoutes,
  ...lockRoutes,
  ...syncStatusRoutes,
  ...welcomeRoutes,
];

/** Those and the pages of whoever works a grid. */
export const workerRoutes: readonly AppRoute[] = [
  ...todayRoutes,
  ...registerRoutes,
  ...visitsRoutes,
  ...needsRoutes,
  ...heldRoutes,
  ...historyRoutes,
  ...photosRoutes,
  ...codesRoutes,
  ...printingRoutes,
  ...everybodysRoutes,
];

const areaOf = (path: string): string => path.split('/')[1] ?? '';

/** Fetches the page that will stand at an address, with those beside it; the app itself opens with the day. */
export const fetchPageAt = async (path: string): Promise<void> => {
  const area = areaOf(path) || areaOf(pagePaths.today);
  await Promise.all(workerRoutes.filter((route) => areaOf(route.path) === area).map(fetchPage));
};
