import type { AppRoute } from '../../platform/app-route.ts';
import { ClaimedWishesPage } from './claimed-wishes-page.tsx';
import { FinishWishPage } from './finish-wish-page.tsx';
import { HelpRecordPage } from './help-record-page.tsx';
import { HelpRecordsPage } from './help-records-page.tsx';
import { LogHelpPage } from './log-help-page.tsx';
import { OpenWishesPage } from './open-wishes-page.tsx';

export const helpRoutes: readonly AppRoute[] = [
  { path: '/help', page: OpenWishesPage },
  { path: '/help/mine', page: ClaimedWishesPage },
  { path: '/help/log', page: LogHelpPage },
  { path: '/help/finish/:noticeId', page: FinishWishPage },
  { path: '/help/records', page: HelpRecordsPage },
  { path: '/help/records/:helpId', page: HelpRecordPage },
];
