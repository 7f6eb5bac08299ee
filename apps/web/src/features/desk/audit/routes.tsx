import type { AppRoute } from '../../../platform/app-route.ts';
import { AuditPage } from './audit-page.tsx';

/** Lists the page of the audit. */
export const auditRoutes: readonly AppRoute[] = [{ path: '/desk/audit', page: AuditPage }];
