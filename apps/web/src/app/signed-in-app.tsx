import type { SessionAnswer } from '@lianxin/protocol';
import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { t } from '../locale/messages.ts';
import { useDeviceSession } from '../storage/device-session.ts';
import { refreshSession } from '../storage/refresh-session.ts';
import { AppBanner } from './app-banner.tsx';
import { LoadingPage } from './loading-page.tsx';
import { PhoneApp } from './phone-app.tsx';
import { VaultGate } from './vault-gate.tsx';
import { WorkspaceGate } from './workspace-gate.tsx';

/** The desk is another page of the same app, fetched only by those who open it. */
const DeskApp = lazy(async () => ({ default: (await import('../features/desk/desk-app.tsx')).DeskApp }));

/** Is the app of a signed-in person: the desk for administrators, the phone for everybody with a community. */
export const SignedInApp = ({ session }: { readonly session: SessionAnswer }) => {
  const communityId = useDeviceSession((state) => state.communityId);
  useEffect(() => void refreshSession(), []);
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
      {communityId === null && <Redirect to="/desk" replace />}
      {communityId !== null && (
        <Route>
          <VaultGate session={session}>
            {(vault) =>
              vault && (
                <WorkspaceGate
                  key={`${session.account.id} ${communityId}`}
                  session={session}
                  communityId={communityId}
                  vault={vault}
                >
                  <PhoneApp session={session} communityId={communityId} />
                </WorkspaceGate>
              )
            }
          </VaultGate>
        </Route>
      )}
    </Switch>
  );
};
