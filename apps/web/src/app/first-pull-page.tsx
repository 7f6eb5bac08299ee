import { t } from '../locale/messages.ts';
import { useDeviceSession } from '../storage/device-session.ts';
import { useSyncStatus } from '../storage/sync-status.ts';
import { useWorkspace } from '../storage/use-workspace.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Page } from '../ui/page.tsx';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { AppBanner } from './app-banner.tsx';

/** Shows how much of the register has come to this phone, and what to do when it does not come. */
export const FirstPullPage = () => {
  const { progress, phase, lastResult } = useSyncStatus();
  const { sync } = useWorkspace();
  const isSignedOut = useDeviceSession((state) => state.isSignedOut);
  const words = t.shell.firstPull;
  const total = progress === null ? 1 : progress.received + progress.remaining;
  return (
    <PhoneShell banner={<AppBanner />}>
      <Page title={words.title} sub={words.sub}>
        {isSignedOut ? (
          <ButtonLink href="/sign-in" variant="main">
            {words.signIn}
          </ButtonLink>
        ) : phase === 'waiting' ? (
          <>
            <p role="alert">{lastResult === 'storageFailed' ? words.storageFailed : words.offline}</p>
            <Button variant="main" onClick={sync.poke}>
              {words.again}
            </Button>
          </>
        ) : (
          <ProgressBar
            label={words.label}
            value={progress?.received ?? null}
            max={total}
            note={progress === null ? '' : words.count(progress.received, total)}
          />
        )}
      </Page>
    </PhoneShell>
  );
};
