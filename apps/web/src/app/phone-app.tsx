import type { SessionAnswer } from '@lianxin/protocol';
import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { t } from '../locale/messages.ts';
import { isFirstRun } from '../platform/first-run.ts';
import { lazyPage } from '../platform/lazy-page.tsx';
import { usePageStart } from '../platform/use-page-start.ts';
import { usePagesAhead } from '../platform/use-pages-ahead.ts';
import { isPostedIn } from '../storage/device-session.ts';
import { pagePaths } from '../storage/reading/page-paths.ts';
import { useFreshDuties } from '../storage/use-fresh-duties.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { TabBar } from '../ui/tab-bar.tsx';
import { AppBanner } from './app-banner.tsx';
import { ComingLine } from './coming-line.tsx';
import { everybodysRoutes, workerRoutes } from './phone-routes.ts';

/** Above the tabs' pages, which wait for it so that nothing jumps. */
export const InstallHint = lazyPage(() => import('../ui/install-hint.tsx'), 'InstallHint');
const LeavingPage = lazyPage(() => import('../features/sync-status/leaving-page.tsx'), 'LeavingPage');

export interface PhoneAppProps {
  readonly session: SessionAnswer;
  readonly communityId: string;
}

/** Is the phone. Somebody whose duty here has ended has one page left, to go from. */
export const PhoneApp = (props: PhoneAppProps) => {
  useFreshDuties();
  if (isPostedIn(props.session, props.communityId)) return <PhonePages {...props} />;
  return (
    <PhoneShell banner={<AppBanner />}>
      <Suspense fallback={null}>
        <LeavingPage />
      </Suspense>
    </PhoneShell>
  );
};

/** Shows the tabs, and the pages pushed from them. Only those who work a grid have a register to open. */
const PhonePages = ({ session, communityId }: PhoneAppProps) => {
  const [location] = useLocation();
  usePageStart(location);
  const isWorker = session.postings.some(
    (posting) => posting.role === 'gridWorker' && posting.communityId === communityId,
  );
  const home = isFirstRun(session.account.id) ? '/welcome' : isWorker ? pagePaths.today : '/help';
  const routes = isWorker ? workerRoutes : everybodysRoutes;
  usePagesAhead(routes);
  const tabs = [
    ...(isWorker
      ? [
          { href: pagePaths.today, label: t.shell.tabs.today },
          { href: pagePaths.register, label: t.shell.tabs.register },
        ]
      : []),
    { href: '/help', label: t.shell.tabs.help },
    { href: '/mine', label: t.shell.tabs.mine },
  ].map((tab) => ({ ...tab, current: location === tab.href || location.startsWith(`${tab.href}/`) }));
  const isTabPage = tabs.some((tab) => tab.current);
  return (
    <PhoneShell
      banner={
        <>
          <AppBanner />
          <ComingLine />
        </>
      }
      tabs={isTabPage && <TabBar label={t.shell.tabsLabel} tabs={tabs} />}
    >
      <Suspense fallback={null}>
        {tabs.some((tab) => tab.href === location) && <InstallHint />}
        <Switch>
          {routes.map(({ path, page }) => (
            <Route key={path} path={path} component={page} />
          ))}
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
          <Route>
            <Page title={t.shell.appName}>
              <EmptyState
                title={t.shell.notFound.title}
                action={<ButtonLink href="/">{t.shell.notFound.home}</ButtonLink>}
              >
                {t.shell.notFound.body}
              </EmptyState>
            </Page>
          </Route>
        </Switch>
      </Suspense>
    </PhoneShell>
  );
};
