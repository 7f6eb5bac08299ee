import type { AppRoute } from '../../platform/app-route.ts';
import { lazyPage } from '../../platform/lazy-page.tsx';

export const helpRoutes: readonly AppRoute[] = [
  { path: '/help', page: lazyPage(() => import('./open-wishes-page.tsx'), 'OpenWishesPage') },
  { path: '/help/mine', page: lazyPage(() => import('./claimed-wishes-page.tsx'), 'ClaimedWishesPage') },
  { path: '/help/log', page: lazyPage(() => import('./log-help-page.tsx'), 'LogHelpPage') },
  { path: '/help/finish/:noticeId', page: lazyPage(() => import('./finish-wish-page.tsx'), 'FinishWishPage') },
  { path: '/help/records', page: lazyPage(() => import('./help-records-page.tsx'), 'HelpRecordsPage') },
  { path: '/help/records/:helpId', page: lazyPage(() => import('./help-record-page.tsx'), 'HelpRecordPage') },
];
