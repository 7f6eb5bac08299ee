import type { AppRoute } from '../../platform/app-route.ts';
import { SyncStatusPage } from './sync-status-page.tsx';

export const syncStatusRoutes: readonly AppRoute[] = [{ path: '/mine/sync', page: SyncStatusPage }];
