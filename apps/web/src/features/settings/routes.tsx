import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.ts';
import { SettingsPage } from './settings-page.tsx';

export const settingsRoutes: readonly AppRoute[] = [
  { path: '/mine', page: SettingsPage },
  { path: '/mine/feedback', page: lazyPage(() => import('./feedback-page.tsx'), 'FeedbackPage') },
];
