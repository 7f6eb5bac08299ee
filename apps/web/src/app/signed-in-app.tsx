import type { SessionAnswer } from '@lianxin/protocol';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { t } from '../locale/messages.ts';
import { lazyPage } from '../platform/lazy-page.tsx';
import { useDeviceSession } from '../storage/device-session.ts';
import { refreshSession } from '../storage/refresh-session.ts';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { AppBanner } from './app-banner.tsx';
import { LoadingPage } from './loading-page.tsx';
import type { PhoneEntranceProps } from './phone-entrance.tsx';
import { VaultGate } from './vault-gate.tsx';

/** The desk is another page of the same app, fetched only by those who open it. */
const DeskApp = lazyPage(() => import('../features/desk/desk-app.tsx'), 'DeskApp');

/** A notice holds nothing of the register, so it is printed from the desk and from a locked phone alike. */
const NoticePage = lazyPage(() => import('../features/printing/notice-page.tsx'), 'NoticePage');

const PhoneEntrance = lazyPage<PhoneEntranceProps, 'PhoneEntrance'>(
  () => import('./phone-entrance.tsx'),
  'PhoneEntrance',
);

/** The phone and the page that will be shown first. */
const fetchPhone = async (): Promise<void> => {
  await PhoneEntrance.fetch();
  const { fetchPhonePage } = await import('./phone-entrance.tsx');
  await fetchPhonePage(window.location.pathname);
};

/** Is the app of a signed-in person: the desk for administrators, the phone for everybody with a community. */
export const SignedInApp = ({ session }: { readonly session: SessionAnswer }) => {
  const communityId = useDeviceSession((state) => state.communityId);
  useEffect(() => void refreshSession(), []);
  // Fetched while the PIN is being typed; a page that could not be fetched is asked for again when it is shown.
  useEffect(() => void (communityId !== null && fetchPhone().catch(() => undefined)), [communityId]);
  return (
    <Switch>
      <Route path="/desk/*?">
        <VaultGate session={session} isOptional>
          {() => (
            <Suspense fallback={<LoadingPage label={t.ui.loading} />}>
              <DeskApp session={session} banner={<AppBanner />} />
            </Suspense>
          )}
        </VaultGate>
      </Route>
      <Route path="/print/building/:id">
        <PhoneShell>
          <Suspense fallback={<LoadingPage label={t.ui.loading} />}>
            <NoticePage />
          </Suspense>
        </PhoneShell>
      </Route>
      {communityId === null && <Redirect to="/desk" replace />}
      {communityId !== null && (
        <Route>
          <VaultGate session={session}>
            {(vault) =>
              vault && (
                <Suspense fallback={<LoadingPage label={t.ui.loading} />}>
                  <PhoneEntrance session={session} communityId={communityId} vault={vault} />
                </Suspense>
              )
            }
          </VaultGate>
        </Route>
      )}
    </Switch>
  );
};
