import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

export const settingsRoutes: readonly AppRoute[] = [
  { path: '/mine', page: lazyPage(() => import('./settings-page.tsx'), 'SettingsPage') },
  { path: '/mine/install', page: lazyPage(() => import('./install-page.tsx'), 'InstallPage') },
  { path: '/mine/feedback', page: lazyPage(() => import('./feedback-page.tsx'), 'FeedbackPage') },
];
