import type { SessionAnswer } from '@lianxin/protocol';
import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { signInRoutes } from '../features/sign-in/routes.tsx';
import { t } from '../locale/messages.ts';
import { findPlatformObstacle, type PlatformObstacle } from '../platform/browser-kind.ts';
import { coverWhileHidden } from '../platform/cover-page.ts';
import { lazyPage } from '../platform/lazy-page.tsx';
import { useDeviceSession } from '../storage/device-session.ts';
import { RescueOffer } from '../storage/intents/rescue-offer.tsx';
import { knownPeople } from '../storage/known-people.ts';
import { useWipeNotice } from '../storage/vault/wipe-notice.ts';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { ToastRegion } from '../ui/toast-region.tsx';
import { AppBanner } from './app-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { LoadingPage } from './loading-page.tsx';
import { QuietUpdate } from './quiet-update.tsx';

const ObstaclePage = lazyPage(() => import('./obstacle-page.tsx'), 'ObstaclePage');
/** Whoever is not signed in yet waits for none of it. */
const SignedInApp = lazyPage(() => import('./signed-in-app.tsx'), 'SignedInApp');

/** What somebody who is signed in is shown first, fetched before anything is drawn: one page comes instead of three. */
export const fetchFirstPages = async (): Promise<void> => {
  if (useDeviceSession.getState().session === null) return;
  const { fetchLock } = await import('./vault-gate.tsx');
  await Promise.all([SignedInApp.fetch(), fetchLock()]);
};

/** What anybody may open. */
const PublicApp = lazyPage(() => import('./public-app.tsx'), 'PublicApp');
const WipePage = lazyPage(() => import('../features/lock/wipe-page.tsx'), 'WipePage');

/** Is the whole app: what stands in the way, then signing in, then the work. */
export const App = () => {
  const [obstacle] = useState<PlatformObstacle | null>(findPlatformObstacle);
  useEffect(coverWhileHidden, []);
  useEffect(handInForOthers, []);
  useEffect(fetchWhileTyping, []);
  return (
    <ErrorBoundary words={t.shell.broken} lastResort={<OwnRescue />}>
      <Entrance obstacle={obstacle} />
      <ToastRegion />
    </ErrorBoundary>
  );
};

/** What anybody may open, then what stands in the way, then the work. */
const Entrance = ({ obstacle }: { readonly obstacle: PlatformObstacle | null }) => {
  const isPublic = useIsPublic(obstacle);
  if (isPublic) {
    return (
      <Suspense fallback={null}>
        <PublicApp canSignIn={obstacle === null} />
      </Suspense>
    );
  }
  if (obstacle === null) return <Gate />;
  return (
    <PhoneShell banner={<AppBanner />}>
      <Suspense fallback={null}>
        <ObstaclePage obstacle={obstacle} />
      </Suspense>
    </PhoneShell>
  );
};

/** Who a worker is, anybody may see in any browser; a household's code opens only what a worker has on this phone. */
const useIsPublic = (obstacle: PlatformObstacle | null): boolean => {
  const [path] = useLocation();
  const session = useDeviceSession((state) => state.session);
  if (path.startsWith('/w/')) return true;
  const isWorker = session?.postings.some(({ role }) => role === 'gridWorker') ?? false;
  return path.startsWith('/q/') && (obstacle !== null || !isWorker);
};

/** The app outlives every page, so nothing has to be stopped; without a network it is asked for at the next start. On a phone that nobody has used there is nothing to hand in. */
const handInForOthers = (): void => {
  const start = (): void =>
    void import('../storage/deposits/deposit-loop.ts').then(
      ({ startDepositLoop }) => void startDepositLoop(),
      () => undefined,
    );
  if (knownPeople().length > 0) start();
  else {
    const stop = useDeviceSession.subscribe(() => {
      stop();
      start();
    });
  }
};

/** Fetches the app itself while a name and a password are typed. */
const fetchWhileTyping = (): (() => void) => {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('focusin', () => void SignedInApp.fetch(), { once: true, signal });
  return () => listening.abort();
};

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
