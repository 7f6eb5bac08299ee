import type { AppRoute } from '../../platform/app-route.ts';
import { FeedbackPage } from './feedback-page.tsx';
import { SettingsPage } from './settings-page.tsx';

export const settingsRoutes: readonly AppRoute[] = [
  { path: '/mine', page: SettingsPage },
  { path: '/mine/feedback', page: FeedbackPage },
];
