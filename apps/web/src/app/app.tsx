import type { SessionAnswer } from '@lianxin/protocol';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { signInRoutes } from '../features/sign-in/routes.tsx';
import { t } from '../locale/messages.ts';
import { findPlatformObstacle, type PlatformObstacle } from '../platform/browser-kind.ts';
import { coverWhileHidden } from '../platform/cover-page.ts';
import { useDeviceSession } from '../storage/device-session.ts';
import { RescueOffer } from '../storage/intents/rescue-offer.tsx';
import { useWipeNotice } from '../storage/vault/wipe-notice.ts';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';
import { AppBanner } from './app-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LoadingPage } from './loading-page.tsx';
import { QuietUpdate } from './quiet-update.tsx';

const ObstaclePage = lazy(async () => ({ default: (await import('./obstacle-page.tsx')).ObstaclePage }));
/** Whoever is not signed in yet waits for none of it. */
const SignedInApp = lazy(async () => ({ default: (await import('./signed-in-app.tsx')).SignedInApp }));
const WipePage = lazy(async () => ({ default: (await import('../features/lock/wipe-page.tsx')).WipePage }));

/** Is the whole app: what stands in the way, then signing in, then the work. */
export const App = () => {
  const [obstacle] = useState<PlatformObstacle | null>(findPlatformObstacle);
  useEffect(coverWhileHidden, []);
  useEffect(handInForOthers, []);
  return (
    <ErrorBoundary words={t.shell.broken} lastResort={<OwnRescue />}>
      {obstacle === null ? (
        <Gate />
      ) : (
        <PhoneShell banner={<AppBanner />}>
          <Suspense fallback={null}>
            <ObstaclePage obstacle={obstacle} />
          </Suspense>
        </PhoneShell>
      )}
      <ToastRegion />
    </ErrorBoundary>
  );
};

/** The app outlives every page, so nothing has to be stopped; without a network it is asked for at the next start. */
const handInForOthers = (): void =>
  void import('../storage/deposits/deposit-loop.ts').then(
    ({ startDepositLoop }) => void startDepositLoop(),
    () => undefined,
  );

/** Saved work can be got out even when no page can be shown. */
const OwnRescue = () => {
  const session = useDeviceSession((state) => state.session);
  return session === null ? null : <RescueOffer accountId={session.account.id} />;
};

const SignedIn = ({ session }: { readonly session: SessionAnswer }) => (
  <Suspense fallback={<LoadingPage label={t.ui.loading} />}>
    <SignedInApp session={session} />
  </Suspense>
);

const Gate = () => {
  const session = useDeviceSession((state) => state.session);
  const asked = useWipeNotice((state) => state.accountId);
  if (asked !== null) {
    return (
      <Suspense fallback={null}>
        <WipePage accountId={asked} />
      </Suspense>
    );
  }
  return (
    <Switch>
      {signInRoutes.map(({ path, page: SignInPage }) => (
        <Route key={path} path={path}>
          <PhoneShell banner={<AppBanner />}>
            <QuietUpdate />
            <Suspense fallback={null}>
              <SignInPage />
            </Suspense>
          </PhoneShell>
        </Route>
      ))}
      <Route>{session === null ? <Redirect to="/sign-in" replace /> : <SignedIn session={session} />}</Route>
    </Switch>
  );
};
